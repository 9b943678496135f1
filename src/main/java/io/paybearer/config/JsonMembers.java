// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Some texts of a JSON object (RFC 8259) that holds other secrets too. What was not asked for is passed over and never becomes a
 * text. Used by one thread.
 */
final class JsonMembers {

    private static final String BLANKS = " \n\r\t";
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private final byte[] json;
    private final Set<String> names;
    private final Map<String, Secret> found = new TreeMap<>();
    private int at;

    private JsonMembers(byte[] json, Set<String> names) {
        this.json = json;
        this.names = names;
    }

    /**
     * Reads the members, then overwrites the bytes.
     *
     * @param json the object in UTF-8
     * @param names the members that are wanted
     * @return the texts by name
     * @throws IllegalArgumentException if it is no JSON object, or if a wanted member is missing, is there twice or is no text of
     *     printable ASCII; the message shows nothing but the name
     */
    static Map<String, Secret> read(byte[] json, Set<String> names) {
        try {
            return new JsonMembers(json, names).object();
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw noObject();
        } finally {
            Arrays.fill(json, (byte) 0);
        }
    }

    private Map<String, Secret> object() {
        at = json.length > 2 && json[0] == (byte) 0xEF ? 3 : 0; // after a byte order mark
        expect('{');
        if (!taken('}')) {
            member();
            while (taken(',')) {
                member();
            }
            expect('}');
        }
        blanks();
        if (at < json.length) {
            throw noObject(); // what follows may be another merchant's
        }
        names.stream().filter(name -> !found.containsKey(name)).forEach(JsonMembers::unfit);
        return found;
    }

    private void member() {
        expect('"');
        String name = text();
        expect(':');
        if (names.contains(name)) {
            wanted(name);
        } else {
            passOver();
        }
    }

    private void wanted(String name) {
        String text = taken('"') ? text() : "";
        boolean printable = text.chars().allMatch(c -> c > ' ' && c <= '~');
        if (text.isEmpty() || !printable || found.put(name, Secret.of(text)) != null) {
            unfit(name);
        }
    }

    private static void unfit(String name) {
        throw new IllegalArgumentException("it needs one member " + name + ", a text of printable ASCII");
    }

    private static IllegalArgumentException noObject() {
        return new IllegalArgumentException("it does not hold a whole JSON object");
    }

    /** A value that nobody wants, up to the comma or brace after it. */
    private void passOver() {
        int depth = 0;
        while (depth > 0 || (json[at] != ',' && json[at] != '}')) {
            byte next = json[at++];
            if (next == '"') {
                passOverText();
            } else if (next == '{' || next == '[') {
                depth++;
            } else if (next == '}' || next == ']') {
                depth--;
            }
        }
    }

    private void passOverText() {
        while (json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        at++;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        while (json[at] != '"') {
            text.append(json[at] == '\\' ? escaped() : (char) (json[at++] & 0xFF));
        }
        at++;
        return text.toString();
    }

    private char escaped() {
        byte kind = json[at + 1];
        at += 2;
        if (kind == 'u') {
            at += 4;
            return (char) Integer.parseInt(new String(json, at - 4, 4, StandardCharsets.ISO_8859_1), 16);
        }
        int escape = ESCAPES.indexOf(kind);
        if (escape < 0) {
            throw noObject();
        }
        return ESCAPED.charAt(escape);
    }

    private void expect(char wanted) {
        if (!taken(wanted)) {
            throw noObject();
        }
    }

    private boolean taken(char wanted) {
        blanks();
        if (json[at] != wanted) {
            return false;
        }
        at++;
        return true;
    }

    private void blanks() {
        while (at < json.length && BLANKS.indexOf(json[at]) >= 0) {
            at++;
        }
    }
}
