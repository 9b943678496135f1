// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The faults that were switched on at the page. They come before those of {@link Faults}. A fault for the next request is over when
 * a request has met it, but one that holds the request stays until it is switched off, which lets the request go. Thread-safe.
 */
final class SwitchedFaults {

    private final List<Switched> faults = new ArrayList<>();
    private int lastId;

    /** Switches a fault on. One for each request of a path replaces an earlier one. */
    synchronized void add(String path, FaultKind kind, boolean always) {
        if (always) {
            remove(faults.stream()
                    .filter(other -> other.always && other.path.equals(path))
                    .toList());
        }
        faults.add(new Switched(++lastId, path, kind, always));
    }

    /** The fault that a request of this path meets, if there is one: those for the next request come first. */
    synchronized Optional<Fault> take(String path) {
        Optional<Switched> found = faults.stream()
                .filter(fault -> fault.path.equals(path) && fault.waits())
                .min(Comparator.comparing(fault -> fault.always));
        found.ifPresent(fault -> {
            fault.met++;
            if (!fault.always && !fault.kind.hangs()) {
                faults.remove(fault);
            }
        });
        return found.map(fault -> fault.kind.fault());
    }

    /** Switches a fault off, and says whether there was one. */
    synchronized boolean off(int id) {
        List<Switched> found = faults.stream().filter(fault -> fault.id == id).toList();
        remove(found);
        return !found.isEmpty();
    }

    synchronized void clear() {
        remove(List.copyOf(faults));
    }

    synchronized List<Map<String, Object>> members() {
        return faults.stream().map(Switched::members).toList();
    }

    private void remove(List<Switched> gone) {
        gone.forEach(fault -> fault.kind.gate().open());
        faults.removeAll(gone);
    }

    /** One of them, and how many requests have met it. */
    private static final class Switched {

        private final int id;
        private final String path;
        private final FaultKind kind;
        private final boolean always;
        private int met;

        private Switched(int id, String path, FaultKind kind, boolean always) {
            this.id = id;
            this.path = path;
            this.kind = kind;
            this.always = always;
        }

        private boolean waits() {
            return always || met == 0;
        }

        private Map<String, Object> members() {
            Map<String, Object> members = new LinkedHashMap<>(kind.members());
            members.put("id", id);
            members.put("path", path);
            members.put("when", always ? "always" : "next");
            members.put("met", met);
            return members;
        }
    }
}
