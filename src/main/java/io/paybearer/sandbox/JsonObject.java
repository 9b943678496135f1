// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** A JSON object that was read; members of another type than asked for are as if absent. */
record JsonObject(Map<?, ?> members) {

    /** The object that a text is; empty if the text is not well-formed JSON or something else than an object. */
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

    /** A member that a request body must have. */
    String requiredText(String name) {
        return text(name).orElseThrow(() -> Refused.badRequest("body has no text " + name));
    }

    /** A member that may be absent, but is text where it is present. */
    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(requiredText(name)) : Optional.empty();
    }
}
