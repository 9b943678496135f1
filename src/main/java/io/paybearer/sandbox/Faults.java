// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** The script of what goes wrong, path by path. Thread-safe. Paths are matched exactly, not decoded, without query. */
public final class Faults {

    private final Map<String, Queue<Fault>> next = new HashMap<>();
    private final Map<String, Fault> always = new HashMap<>();

    Faults() {}

    /**
     * Adds faults for the next requests of a path, one each, in this order. They come before {@link #always}.
     *
     * @param path the path, such as {@code /auth/token}
     * @param faults the faults
     */
    public synchronized void next(String path, Fault... faults) {
        next.computeIfAbsent(path, unused -> new ArrayDeque<>()).addAll(List.of(faults));
    }

    /**
     * Sets the fault of every further request of a path for which none is left in {@link #next}.
     *
     * @param path the path
     * @param fault the fault; it replaces an earlier one
     */
    public synchronized void always(String path, Fault fault) {
        always.put(path, fault);
    }

    /** Forgets all faults; requests that are under way keep theirs. */
    public synchronized void clear() {
        next.clear();
        always.clear();
    }

    synchronized Fault take(String path) {
        return Optional.ofNullable(next.get(path))
                .map(Queue::poll)
                .or(() -> Optional.ofNullable(always.get(path)))
                .orElseGet(Fault::none);
    }
}
