// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a form, as OAuth 2.0 reads them (RFC 6749, section 3.2): a parameter without a value counts as absent, and
 * none may come twice.
 */
record FormBody(Map<String, String> parameters) {

    private static final String TYPE = "application/x-www-form-urlencoded";

    static FormBody of(Call call) {
        String type = call.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.equals(TYPE) && !type.matches(TYPE + "\\s*;.*")) {
            throw Refused.badRequest("Content-Type is not " + TYPE);
        }
        if (!call.query().isEmpty()) {
            throw Refused.badRequest("parameters in the URI");
        }
        Map<String, String> parameters = new HashMap<>();
        for (String pair : call.body().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String value = parts.length < 2 ? "" : decoded(parts[1]);
            if (!value.isEmpty() && parameters.put(decoded(parts[0]), value) != null) {
                throw Refused.badRequest("a parameter comes twice");
            }
        }
        return new FormBody(parameters);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    String required(String name) {
        return text(name).orElseThrow(() -> Refused.badRequest("no parameter " + name));
    }

    /** A name or value without the coding of forms. */
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw Refused.badRequest("a percent sign without two hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return "FormBody" + parameters.keySet();
    }
}
