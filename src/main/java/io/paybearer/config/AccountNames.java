// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the names of the accounts: in {@code paybearer.accounts}, or else in the names of the keys. */
final class AccountNames {

    private final PropertyNames names;
    private final Texts texts;
    private final Problems problems;

    /**
     * The names that were found.
     *
     * @param usable the names of the accounts
     * @param unusable names that no account may have; they are among the problems
     * @param listed whether the names are from {@code paybearer.accounts}
     */
    record Found(Set<String> usable, Set<String> unusable, boolean listed) {

        boolean contains(String name) {
            return usable.contains(name) || unusable.contains(name);
        }
    }

    AccountNames(PropertyNames names, Texts texts, Problems problems) {
        this.names = names;
        this.texts = texts;
        this.problems = problems;
    }

    Found find() {
        Set<String> usable =
                new TreeSet<>(TextForms.list(texts.text(Keys.ACCOUNTS).orElse("")));
        boolean listed = !usable.isEmpty();
        if (!listed) {
            for (String key : names.keys()) {
                addNamed(key, usable);
            }
        }
        Set<String> unusable = new TreeSet<>();
        for (String name : usable) {
            if (!plain(name)) {
                refuse(name);
                unusable.add(name);
            }
        }
        usable.removeAll(unusable);
        checkCollisions(usable);
        return new Found(usable, unusable, listed);
    }

    private void addNamed(String key, Set<String> found) {
        int dot = Keys.endOfAccount(key);
        if (dot < 0) {
            return;
        }
        String name = key.substring(Keys.ACCOUNT.length(), dot);
        if (key.indexOf('.', dot + 1) < 0) {
            if (!names.guessed(key) || texts.text(Keys.of(name, Keys.PROVIDER)).isPresent()) {
                found.add(name);
            }
        } else if (key.endsWith("." + Keys.PROVIDER)
                && !names.guessed(key)
                && texts.text(Keys.of(name, Keys.PROVIDER)).isEmpty()) {
            problems.add(key, "an account's name must not contain a dot; rename it");
        }
    }

    private static boolean plain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!letterOrDigit(c) && c != '-' && c != '_') {
                return false;
            }
        }
        return !name.isEmpty() && letterOrDigit(name.charAt(0)) && letterOrDigit(name.charAt(name.length() - 1));
    }

    private static boolean letterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private void refuse(String name) {
        problems.add(
                Keys.ACCOUNT + name,
                "an account's name has letters, digits, '-' and '_' only, and begins and ends with a letter or digit; rename it");
    }

    private void checkCollisions(Set<String> usable) {
        Map<String, String> byVariable = new HashMap<>();
        for (String name : usable) {
            String variable = PropertyNames.variable(Keys.of(name, ""));
            String other = byVariable.putIfAbsent(variable, name);
            if (other != null) {
                problems.add(
                        Keys.ACCOUNT + name,
                        "the names '" + other + "' and '" + name + "' are the same in environment variables ("
                                + variable + "…); rename one");
            }
        }
    }
}
