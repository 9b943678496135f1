// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * The faults that are to come, path by path. A path is compared as it was sent: not decoded, and without its query.
 * Thread-safe.
 */
public final class Faults {

    private final Map<String, Queue<Fault>> next = new HashMap<>();
    private final Map<String, Fault> always = new HashMap<>();

    Faults() {}

    /**
     * Adds faults for the next requests of a path: one for each request, in this order. They come before {@link #always}.
     *
     * @param path the path, such as {@code /auth/token}
     * @param faults the faults
     */
    public synchronized void next(String path, Fault... faults) {
        next.computeIfAbsent(path, unused -> new ArrayDeque<>()).addAll(List.of(faults));
    }

    /**
     * Sets the fault of each request of a path for which {@link #next} has no fault left.
     *
     * @param path the path
     * @param fault the fault; it replaces what was set before
     */
    public synchronized void always(String path, Fault fault) {
        always.put(path, fault);
    }

    /** Forgets all faults. Requests that are under way keep theirs. */
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
