// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A writer of JSON: objects with their names in alphabetical order, texts and numbers. */
final class JsonWriter {

    private JsonWriter() {}

    static String write(Map<String, ?> members) {
        return new TreeMap<String, Object>(members)
                .entrySet().stream()
                        .map(member -> write(member.getKey()) + ":" + value(member.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
    }

    static String write(String text) {
        return text.chars().mapToObj(JsonWriter::character).collect(Collectors.joining("", "\"", "\""));
    }

    private static String value(Object value) {
        return value instanceof Number number ? number.toString() : write(value.toString());
    }

    private static String character(int character) {
        boolean plain = character >= ' ' && character < 127 && character != '"' && character != '\\';
        return plain ? String.valueOf((char) character) : String.format("\\u%04x", character);
    }
}
