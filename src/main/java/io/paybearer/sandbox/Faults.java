// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The faults that are to come, path by path. A path is compared as it was sent: not decoded, and without its query. A path that no
 * stand-in has is refused, since no request would ever meet its fault. Thread-safe.
 */
public final class Faults {

    private final Consumer<String> requireServed;
    private final Map<String, Queue<Fault>> next = new HashMap<>();
    private final Map<String, Fault> always = new HashMap<>();
    private final Set<String> alwaysMet = new HashSet<>();

    Faults(Consumer<String> requireServed) {
        this.requireServed = requireServed;
    }

    /**
     * Adds faults for the next requests of a path: one for each request, in this order. They come before {@link #always}.
     *
     * @param path the path, such as {@code /auth/token}
     * @param faults the faults
     * @throws IllegalArgumentException if no stand-in has the path
     */
    public synchronized void next(String path, Fault... faults) {
        requireServed.accept(path);
        next.computeIfAbsent(path, unused -> new ArrayDeque<>()).addAll(List.of(faults));
    }

    /**
     * Sets the fault of each request of a path for which {@link #next} has no fault left.
     *
     * @param path the path
     * @param fault the fault; it replaces what was set before
     * @throws IllegalArgumentException if no stand-in has the path
     */
    public synchronized void always(String path, Fault fault) {
        requireServed.accept(path);
        always.put(path, fault);
        alwaysMet.remove(path);
    }

    /** Forgets all faults. Requests that are under way keep theirs. */
    public synchronized void clear() {
        next.clear();
        always.clear();
        alwaysMet.clear();
    }

    /**
     * The faults that no request has met yet. A fault that was set by {@link #always} counts as one until a request meets it.
     *
     * @return how many there are, by path
     */
    public synchronized Map<String, Integer> unmet() {
        Map<String, Integer> unmet = new TreeMap<>();
        next.forEach((path, faults) -> unmet.merge(path, faults.size(), Integer::sum));
        always.keySet().stream()
                .filter(path -> !alwaysMet.contains(path))
                .forEach(path -> unmet.merge(path, 1, Integer::sum));
        unmet.values().removeIf(count -> count == 0);
        return unmet;
    }

    synchronized Fault take(String path) {
        return Optional.ofNullable(next.get(path))
                .map(Queue::poll)
                .or(() -> lasting(path))
                .orElseGet(Fault::none);
    }

    private Optional<Fault> lasting(String path) {
        Optional<Fault> fault = Optional.ofNullable(always.get(path));
        fault.ifPresent(met -> alwaysMet.add(path));
        return fault;
    }
}
