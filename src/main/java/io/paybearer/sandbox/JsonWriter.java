// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A writer of JSON: objects with their names in alphabetical order, arrays, truth values and numbers. Any other value is written as
 * its text.
 */
final class JsonWriter {

    private JsonWriter() {}

    static String write(Map<?, ?> members) {
        Map<String, Object> sorted = new TreeMap<>();
        members.forEach((name, value) -> sorted.put(String.valueOf(name), value));
        return sorted.entrySet().stream()
                .map(member -> write(member.getKey()) + ":" + value(member.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    static String write(String text) {
        return text.chars().mapToObj(JsonWriter::character).collect(Collectors.joining("", "\"", "\""));
    }

    private static String value(Object value) {
        if (value instanceof Map<?, ?> members) {
            return write(members);
        }
        if (value instanceof List<?> items) {
            return items.stream().map(JsonWriter::value).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : write(value.toString());
    }

    private static String character(int character) {
        boolean plain = character >= ' ' && character < 127 && character != '"' && character != '\\';
        return plain ? String.valueOf((char) character) : String.format("\\u%04x", character);
    }
}
