// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict reader of one JSON text (RFC 8259): no duplicate names, nothing after the value, exponents of two digits at the
 * most.
 *
 * <p>It reads values as {@code Map}, {@code List}, {@code String}, {@code BigDecimal} and {@code Boolean}, and null as an
 * empty {@code Optional}. A malformed text is an {@link IllegalArgumentException}.
 */
final class JsonReader {

    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*+)(?:\\.\\d++)?(?:[eE][+-]?\\d{1,2})?");
    private static final int MAX_DEPTH = 32;

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    Object read() {
        Object value = value();
        require(peek() == '\0' && at == text.length());
        return value;
    }

    private Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", Optional.empty());
            default -> number();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        enter('{');
        for (boolean more = !skip('}'); more; more = moreBefore('}')) {
            require(peek() == '"');
            String name = string();
            require(skip(':'));
            require(members.put(name, value()) == null);
        }
        depth--;
        return members;
    }

    private List<Object> array() {
        List<Object> elements = new ArrayList<>();
        enter('[');
        for (boolean more = !skip(']'); more; more = moreBefore(']')) {
            elements.add(value());
        }
        depth--;
        return elements;
    }

    private void enter(char bracket) {
        require(skip(bracket) && depth++ < MAX_DEPTH);
    }

    private boolean moreBefore(char end) {
        boolean comma = skip(',');
        require(comma || skip(end));
        return comma;
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        at++;
        for (char next = take(); next != '"'; next = take()) {
            require(next >= ' ');
            out.append(next == '\\' ? escaped() : next);
        }
        return out.toString();
    }

    private char escaped() {
        char letter = take();
        int plain = "\"\\/bfnrt".indexOf(letter);
        if (plain >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(plain);
        }
        require(letter == 'u' && at + 4 <= text.length());
        String hex = text.substring(at, at += 4);
        require(hex.matches("[0-9a-fA-F]{4}"));
        return (char) Integer.parseInt(hex, 16);
    }

    private BigDecimal number() {
        Matcher matcher = NUMBER.matcher(text).region(at, text.length());
        require(matcher.lookingAt());
        at = matcher.end();
        return new BigDecimal(matcher.group());
    }

    private Object word(String word, Object value) {
        require(text.startsWith(word, at));
        at += word.length();
        return value;
    }

    private char take() {
        require(at < text.length());
        return text.charAt(at++);
    }

    private boolean skip(char expected) {
        boolean found = peek() == expected;
        at += found ? 1 : 0;
        return found;
    }

    private char peek() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("malformed JSON at character " + at);
        }
    }
}
