// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds environment variables that nothing reads. One that ends in {@code _PROVIDER} stands for an account whose name cannot
 * be told from it; where no list of names says otherwise, that account would be missing without a word. Used by one thread.
 */
final class UnknownVariables {

    private static final String ACCOUNTS = PropertyNames.variable(Keys.ACCOUNTS);
    private static final String ACCOUNT = PropertyNames.variable(Keys.ACCOUNT);
    private static final String PROVIDER = PropertyNames.variable(Keys.PROVIDER);

    private final AccountNames.Found accounts;
    private final Map<String, Set<String>> leavesByAccount;
    private final Problems problems;
    private final Map<String, String> accountByPrefix = new HashMap<>();
    private final Map<String, String> keyByVariable = new HashMap<>();

    UnknownVariables(AccountNames.Found accounts, Map<String, Set<String>> leavesByAccount, Problems problems) {
        this.accounts = accounts;
        this.leavesByAccount = leavesByAccount;
        this.problems = problems;
    }

    void report(PropertyNames names) {
        if (names.variables().isEmpty()) {
            return;
        }
        Keys.GLOBAL.forEach(key -> keyByVariable.put(PropertyNames.variable(key), key));
        accounts.usable().forEach(account -> learn(account, names.variables().keySet()));
        Map<String, String> unread = new TreeMap<>(names.variables());
        unread.keySet().removeAll(keyByVariable.keySet());
        for (String variable : List.copyOf(unread.keySet())) {
            String spelling = unread.get(variable);
            if (spelling != null && variable.startsWith(ACCOUNT) && variable.endsWith("_" + PROVIDER)) {
                reportAccount(variable, spelling);
                unread.keySet().removeIf(other -> other.startsWith(withoutProvider(variable)));
            }
        }
        unread.forEach(this::reportVariable);
    }

    private void learn(String account, Set<String> given) {
        accountByPrefix.put(PropertyNames.variable(Keys.of(account, "")), account);
        for (String leaf : leaves(account)) {
            String key = Keys.of(account, leaf);
            String variable = PropertyNames.variable(key);
            String other = keyByVariable.putIfAbsent(variable, key);
            if (other != null && given.contains(variable)) {
                problems.add(key, "it and " + other + " are the same environment variable; rename one of the accounts");
            }
        }
    }

    private void reportAccount(String variable, String spelling) {
        String message = "the environment variable " + spelling + " belongs to no known account; list the names of all"
                + " accounts here, or in " + ACCOUNTS + suggestion(variable);
        if (accounts.listed()) {
            problems.hint(Keys.ACCOUNTS, message);
        } else {
            problems.add(Keys.ACCOUNTS, message);
        }
    }

    private static String suggestion(String variable) {
        String prefix = withoutProvider(variable);
        return prefix.length() == ACCOUNT.length()
                ? ""
                : ", '"
                        + prefix.substring(ACCOUNT.length(), prefix.length() - 1)
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')
                        + "' perhaps among them";
    }

    private static String withoutProvider(String variable) {
        return variable.substring(0, variable.length() - PROVIDER.length());
    }

    private void reportVariable(String variable, String spelling) {
        String prefix = prefix(variable);
        if (prefix != null) {
            reportLeaf(prefix, variable, spelling);
        } else if (variable.startsWith(ACCOUNT)) {
            problems.hint(
                    spelling,
                    "this environment variable belongs to no known account; list the accounts in " + ACCOUNTS);
        } else {
            Nearest.to(variable, keyByVariable.keySet()).ifPresent(near -> unread(spelling, near));
        }
    }

    private void reportLeaf(String prefix, String variable, String spelling) {
        Set<String> known = new TreeSet<>();
        leaves(accountByPrefix.getOrDefault(prefix, "")).forEach(leaf -> known.add(PropertyNames.variable(leaf)));
        if (!known.isEmpty()) {
            unread(
                    spelling,
                    Nearest.to(variable.substring(prefix.length()), known)
                            .map(near -> prefix + near)
                            .orElse(null));
        }
    }

    private void unread(String spelling, @Nullable String near) {
        problems.hint(
                spelling,
                "nothing reads this environment variable" + (near == null ? "" : "; did you mean " + near + "?"));
    }

    /** How the variables of the account begin that this one seems to belong to. */
    private @Nullable String prefix(String variable) {
        int end = variable.lastIndexOf('_');
        while (end >= 0 && !accountByPrefix.containsKey(variable.substring(0, end + 1))) {
            end = variable.lastIndexOf('_', end - 1);
        }
        return end < 0 ? null : variable.substring(0, end + 1);
    }

    private Set<String> leaves(String account) {
        return leavesByAccount.getOrDefault(account, Set.of());
    }
}
