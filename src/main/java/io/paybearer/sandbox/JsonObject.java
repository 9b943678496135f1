// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON object. A member of another type than the one asked for counts as absent. */
record JsonObject(Map<?, ?> members) {

    /** Reads an object. Empty if the text is malformed or is another JSON value. */
    static Optional<JsonObject> parse(String text) {
        try {
            return new JsonReader(text).read() instanceof Map<?, ?> members
                    ? Optional.of(new JsonObject(members))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(members.get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    Optional<BigDecimal> number(String name) {
        return Optional.ofNullable(members.get(name))
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast);
    }

    /** The texts of an array, or a text alone; empty if there is anything else. */
    List<String> texts(String name) {
        Object value = members.get(name);
        List<?> values =
                value instanceof List<?> array ? array : text(name).stream().toList();
        return values.stream().allMatch(String.class::isInstance)
                ? values.stream().map(String.class::cast).toList()
                : List.of();
    }

    /** A text that a request body must have. */
    String requiredText(String name) {
        return text(name).orElseThrow(() -> Refused.badRequest("body has no text " + name));
    }

    /** A text that a request body may have. A member of another type is refused. */
    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(requiredText(name)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "JsonObject" + members.keySet();
    }
}
