// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;

/**
 * The names that MicroProfile Config lists, as far as they are paybearer's, taken once. Immutable.
 *
 * <p>Environment variables are listed as they are, and by some implementations a second time under names that are guesses:
 * {@code PAYBEARER_ACCOUNT_SHOP_EU_PROVIDER} as {@code paybearer.account.shop.eu.provider}.
 *
 * @param keys the keys, guessed ones among them
 * @param variables the environment variables by their upper-case form, in the spelling of the environment
 * @param profiled the upper-case form of the variables of a profile, {@code _PROD_PAYBEARER_…}, without that prefix
 */
record PropertyNames(Set<String> keys, Map<String, String> variables, Set<String> profiled) {

    private static final String VARIABLE_ROOT = variable(Keys.ROOT);

    static PropertyNames of(Config config) {
        Set<String> keys = new TreeSet<>();
        Map<String, String> variables = new TreeMap<>();
        Set<String> profiled = new HashSet<>();
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(Keys.ROOT)) {
                keys.add(name);
                continue;
            }
            String upper = name.toUpperCase(Locale.ROOT);
            int root = upper.indexOf(VARIABLE_ROOT);
            if (root == 0 && upper.equals(variable(name))) {
                variables.put(upper, name);
            } else if (root > 0 && upper.charAt(0) == '_') {
                profiled.add(upper.substring(root));
            }
        }
        return new PropertyNames(keys, variables, profiled);
    }

    /** The environment variable that an implementation of MicroProfile Config looks a key up in. */
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

    /** Whether a key may be listed only because there is an environment variable that it could stand for. */
    boolean guessed(String key) {
        if (variables.isEmpty() && profiled.isEmpty()) {
            return false;
        }
        String variable = variable(key);
        return variables.containsKey(variable) || profiled.contains(variable);
    }
}
