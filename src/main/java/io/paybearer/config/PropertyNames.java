// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;

/**
 * The names of paybearer's keys and environment variables, as MicroProfile Config lists them. Immutable.
 *
 * <p>Some implementations list an environment variable twice: as it is, and as a key that they guess. They guess
 * {@code paybearer.account.shop.eu.provider} from {@code PAYBEARER_ACCOUNT_SHOP_EU_PROVIDER}, which may well stand for
 * {@code paybearer.account.shop-eu.provider}.
 *
 * @param keys the keys, among them those that are guessed
 * @param variables the environment variables in their own spelling, by their upper-case form
 * @param profiled the variables of a profile in upper case, from {@code PAYBEARER_} on: {@code _PROD_PAYBEARER_STORE} is
 *     {@code PAYBEARER_STORE} here
 * @param marked the keys that the byte order mark of their file hides, without the mark
 */
record PropertyNames(Set<String> keys, Map<String, String> variables, Set<String> profiled, Set<String> marked) {

    /** The mark U+FEFF, as it reads in UTF-8 and in ISO 8859-1. */
    private static final List<String> MARKS = List.of("\uFEFF", "\u00EF\u00BB\u00BF");

    private static final String VARIABLE_ROOT = variable(Keys.ROOT);

    static PropertyNames of(Config config) {
        Set<String> keys = new TreeSet<>();
        Map<String, String> variables = new TreeMap<>();
        Set<String> profiled = new HashSet<>();
        Set<String> marked = new TreeSet<>();
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(Keys.ROOT)) {
                keys.add(name);
                continue;
            }
            for (String mark : MARKS) {
                if (name.startsWith(mark + Keys.ROOT)) {
                    marked.add(name.substring(mark.length()));
                }
            }
            String upper = name.toUpperCase(Locale.ROOT);
            int root = upper.indexOf(VARIABLE_ROOT);
            if (root == 0 && upper.equals(variable(name))) {
                variables.put(upper, name);
            } else if (root > 0 && upper.charAt(0) == '_') {
                profiled.add(upper.substring(root));
            }
        }
        return new PropertyNames(keys, variables, profiled, marked);
    }

    /** The environment variable that may hold the value of a key: {@code PAYBEARER_STORE} for {@code paybearer.store}. */
    static String variable(String key) {
        char[] variable = key.toUpperCase(Locale.ROOT).toCharArray();
        for (int i = 0; i < variable.length; i++) {
            char c = variable[i];
            if ((c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
                variable[i] = '_';
            }
        }
        return new String(variable);
    }

    /** The numbers that are listed for the items of a list, as keys or as environment variables such as {@code …_0_}. */
    NavigableSet<Integer> indices(String list) {
        NavigableSet<Integer> indices = new TreeSet<>();
        for (String key : keys) {
            if (key.startsWith(list + "[")) {
                indices.add(Keys.index(key, list.length()));
            }
        }
        String start = variable(list) + "_";
        addIndices(variables.keySet(), start, indices);
        addIndices(profiled, start, indices);
        indices.remove(-1);
        return indices;
    }

    private static void addIndices(Set<String> variables, String start, Set<Integer> indices) {
        for (String name : variables) {
            if (name.startsWith(start) && name.endsWith("_")) {
                indices.add(Keys.number(name, start.length(), name.length() - 1));
            }
        }
    }

    /** Whether a key may be a guess: it is listed, and so is an environment variable that could stand for it. */
    boolean guessed(String key) {
        if (variables.isEmpty() && profiled.isEmpty()) {
            return false;
        }
        String variable = variable(key);
        return variables.containsKey(variable) || profiled.contains(variable);
    }

    /**
     * The keys with a prefix, without it. A key is left out if it is certainly guessed wrong: an environment variable shows neither
     * dashes nor capital letters, so of several words it does not tell the key.
     */
    Set<String> below(String prefix) {
        Set<String> rests = new TreeSet<>();
        for (String key : keys) {
            String rest = key.startsWith(prefix) ? key.substring(prefix.length()) : "";
            if (!rest.isEmpty() && !(guessed(key) && rest.indexOf('.') >= 0)) {
                rests.add(rest);
            }
        }
        return rests;
    }
}
