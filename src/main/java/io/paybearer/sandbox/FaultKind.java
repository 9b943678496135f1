// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.time.Duration;
import java.util.Map;

/**
 * A fault that can be switched on and off while the sandbox runs, and how it is described.
 *
 * @param members {@code kind}, and what belongs to it
 * @param fault the fault
 * @param gate what holds a hanging request until the fault is switched off; open for the other kinds
 */
record FaultKind(Map<String, Object> members, Fault fault, Gate gate) {

    private static final long LONGEST_SECONDS = 600;

    static FaultKind of(PostedMembers members) {
        String kind = members.oneOf("kind", "status", "delay", "hang", "cut");
        refuse(members, "status", !kind.equals("status"));
        refuse(members, "seconds", !kind.equals("delay"));
        Gate gate = new Gate();
        return switch (kind) {
            case "status" -> {
                int status = members.whole("status", 300, 599);
                yield new FaultKind(Map.of("kind", kind, "status", status), Fault.status(status), gate);
            }
            case "delay" -> {
                Duration pause = members.seconds("seconds", 0, LONGEST_SECONDS);
                yield new FaultKind(
                        Map.of("kind", kind, "seconds", pause.toMillis() / 1000d), Fault.delay(pause), gate);
            }
            case "hang" -> new FaultKind(Map.of("kind", kind), Fault.hold(gate), gate);
            default -> new FaultKind(Map.of("kind", kind), Fault.drop(), gate);
        };
    }

    boolean hangs() {
        return "hang".equals(members.get("kind"));
    }

    @Override
    public String toString() {
        return "FaultKind";
    }

    private static void refuse(PostedMembers members, String name, boolean needless) {
        if (needless && members.has(name)) {
            throw Refused.badRequest(name + " does not belong to this kind of fault");
        }
    }
}
