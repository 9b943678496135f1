// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** JSON objects: writes them on one line, and reads them. */
final class Json {

    private Json() {}

    /** An object. Its members are texts, numbers, booleans, or lists and maps of them. */
    static String text(Map<String, ?> members) {
        return JsonUtil.toJson(new LinkedHashMap<String, Object>(members));
    }

    /** One member, such as {@code "alg":"HS512"}. */
    static String member(String name, @Nullable Object value) {
        Map<String, @Nullable Object> single = new LinkedHashMap<>();
        single.put(name, value);
        String object = JsonUtil.toJson(single);
        return object.substring(1, object.length() - 1);
    }

    /** The members of an object; empty if the text is not an object. */
    static Optional<Map<String, Object>> object(String text) {
        try {
            return Optional.of(JsonUtil.parseJson(text));
        } catch (JoseException noObject) {
            return Optional.empty();
        }
    }
}
