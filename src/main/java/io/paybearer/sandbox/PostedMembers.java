// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The members of a JSON object that says what is to change. Each message names the member and says what it may be. */
final class PostedMembers {

    private final JsonObject json;

    PostedMembers(JsonObject json) {
        this.json = json;
    }

    void requireNoOthers(String... names) {
        List<String> known = List.of(names);
        if (!json.members().keySet().stream().allMatch(known::contains)) {
            throw Refused.badRequest("unknown member; there can be " + (known.isEmpty() ? "none" : known));
        }
    }

    boolean has(String name) {
        return json.has(name);
    }

    String text(String name) {
        return json.requiredText(name);
    }

    String oneOf(String name, String... values) {
        return json.text(name)
                .filter(List.of(values)::contains)
                .orElseThrow(() -> Refused.badRequest(name + " has to be one of " + String.join(", ", values)));
    }

    int whole(String name, long lowest, long highest) {
        return (int) number(name, lowest, highest, 0);
    }

    /** Seconds, to the millisecond. */
    Duration seconds(String name, long lowest, long highest) {
        return Duration.ofMillis(number(name, lowest, highest, 3));
    }

    /** What sets this duration, or nothing if the member is absent. */
    Runnable duration(String name, long lowest, long highest, Consumer<Duration> setter) {
        if (!has(name)) {
            return () -> {};
        }
        Duration duration = Duration.ofSeconds(number(name, lowest, highest, 0));
        return () -> setter.accept(duration);
    }

    /** What sets this truth value, or nothing if the member is absent. */
    Runnable flag(String name, Consumer<Boolean> setter) {
        if (!has(name)) {
            return () -> {};
        }
        if (json.members().get(name) instanceof Boolean value) {
            return () -> setter.accept(value);
        }
        throw Refused.badRequest(name + " has to be true or false");
    }

    /** A number of so many decimal places at the most, with its decimal point moved to the end. */
    private long number(String name, long lowest, long highest, int places) {
        return json.number(name)
                .filter(number -> number.compareTo(BigDecimal.valueOf(lowest)) >= 0)
                .filter(number -> number.compareTo(BigDecimal.valueOf(highest)) <= 0)
                .filter(number -> number.stripTrailingZeros().scale() <= places)
                .map(number -> number.movePointRight(places).longValueExact())
                .orElseThrow(() -> Refused.badRequest(name + " has to be a " + (places == 0 ? "whole " : "")
                        + "number from " + lowest + " to " + highest));
    }
}
