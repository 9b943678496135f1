// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reports the keys and environment variables that nothing reads, most of which are misspelt. Used by one thread.
 *
 * <p>Nearly all reports are hints. One is a problem: {@code PAYBEARER_ACCOUNT_SHOP_EU_PROVIDER} belongs to an account, which may
 * be {@code shop-eu}, {@code shop_eu} or {@code Shop-EU}. If no account of these names is known and {@code paybearer.accounts} is
 * not set, that account would be missing and nobody would say so.
 */
final class Unread {

    private static final String ACCOUNTS = PropertyNames.variable(Keys.ACCOUNTS);
    private static final String ACCOUNT = PropertyNames.variable(Keys.ACCOUNT);
    private static final String PROVIDER = PropertyNames.variable(Keys.PROVIDER);

    private final AccountNames.Found accounts;
    private final Map<String, Set<String>> leavesByAccount;
    private final PropertyNames names;
    private final Problems problems;

    /** The accounts by what their variables begin with, such as {@code PAYBEARER_ACCOUNT_SHOP_EU_}. */
    private final Map<String, String> accountByPrefix = new HashMap<>();

    /** The keys that are read, by their environment variable. */
    private final Map<String, String> keyByVariable = new HashMap<>();

    /** A report on these names, given the accounts and the leaf keys of each account whose provider is known. */
    Unread(
            AccountNames.Found accounts,
            Map<String, Set<String>> leavesByAccount,
            PropertyNames names,
            Problems problems) {
        this.accounts = accounts;
        this.leavesByAccount = leavesByAccount;
        this.names = names;
        this.problems = problems;
    }

    void report() {
        for (String key : names.marked()) {
            problems.add(
                    key,
                    "nothing reads it, since a byte order mark stands before it: the file begins with one; save the file as"
                            + " UTF-8 without a byte order mark (BOM)");
        }
        for (String key : names.keys()) {
            if (!read(key) && !names.guessed(key)) {
                reportKey(key);
            }
        }
        if (!names.variables().isEmpty()) {
            reportVariables();
        }
    }

    private boolean read(String key) {
        String whole = Keys.withoutIndex(key);
        int dot = Keys.endOfAccount(whole);
        return dot < 0
                ? Keys.GLOBAL.contains(whole)
                : Keys.contain(leaves(whole.substring(Keys.ACCOUNT.length(), dot)), whole.substring(dot + 1));
    }

    /** Keys of an account whose provider is unknown are not reported: the provider is a problem already. */
    private void reportKey(String key) {
        int dot = Keys.endOfAccount(key);
        String account = dot < 0 ? "" : key.substring(Keys.ACCOUNT.length(), dot);
        if (leavesByAccount.containsKey(account)) {
            Optional<String> near = Nearest.to(key.substring(dot + 1), leaves(account));
            hint(key, "key", near.map(leaf -> Keys.of(account, leaf)));
        } else if (dot < 0 && key.startsWith(Keys.ACCOUNT)) {
            problems.hint(
                    key,
                    "nothing reads this key; the key of an account is " + Keys.ACCOUNT
                            + "<name>.<key>, without blanks, such as " + key + "." + Keys.PROVIDER);
        } else if (dot < 0) {
            hint(key, "key", Nearest.to(key, candidates(key)));
        } else if (accounts.listed() && !accounts.contains(account)) {
            problems.hint(
                    Keys.ACCOUNTS,
                    "it does not list '" + account + "', so nothing reads the keys " + Keys.of(account, "…")
                            + "; add the name to it, or remove the keys");
        } else if (!accounts.contains(account)) {
            hint(key, "key", Optional.empty());
        }
    }

    /** Global keys, and {@code paybearer.account.shop.proxy} for {@code paybearer.accounts.shop.proxy}. */
    private static Set<String> candidates(String key) {
        Set<String> candidates = new TreeSet<>(Keys.GLOBAL);
        int dot = key.indexOf('.', Keys.ROOT.length());
        if (dot >= 0 && Nearest.distance(key.substring(0, dot + 1), Keys.ACCOUNT) <= 2) {
            candidates.add(Keys.ACCOUNT + key.substring(dot + 1));
        }
        return candidates;
    }

    private void reportVariables() {
        Keys.GLOBAL.forEach(this::learnKey);
        accounts.usable().forEach(this::learn);
        Map<String, String> unread = new TreeMap<>(names.variables());
        unread.keySet().removeAll(keyByVariable.keySet());
        for (String variable : List.copyOf(unread.keySet())) {
            String spelling = unread.get(variable);
            if (spelling != null && variable.startsWith(ACCOUNT) && variable.endsWith("_" + PROVIDER)) {
                String prefix = variable.substring(0, variable.length() - PROVIDER.length());
                reportAccount(prefix, spelling);
                unread.keySet().removeIf(other -> other.startsWith(prefix));
            }
        }
        unread.forEach(this::reportVariable);
    }

    private void learn(String account) {
        accountByPrefix.put(PropertyNames.variable(Keys.of(account, "")), account);
        leaves(account).forEach(leaf -> learnKey(Keys.of(account, leaf)));
        leaves(account).stream().filter(leaf -> leaf.endsWith(Keys.ANY)).forEach(leaf -> learnNamed(account, leaf));
    }

    private void learnNamed(String account, String leaf) {
        String start = Keys.of(account, leaf.substring(0, leaf.length() - Keys.ANY.length()));
        names.below(start).forEach(rest -> learnKey(start + rest));
    }

    private void learnKey(String key) {
        learn(PropertyNames.variable(key), key);
        if (Keys.list(key)) {
            names.indices(key).stream()
                    .map(index -> key + "[" + index + "]")
                    .forEach(item -> learn(PropertyNames.variable(item), item));
        }
    }

    private void learn(String variable, String key) {
        String other = keyByVariable.putIfAbsent(variable, key);
        if (other != null && names.variables().containsKey(variable)) {
            problems.add(key, "it and " + other + " are the same environment variable; rename one of the accounts");
        }
    }

    /** Reports the account of a variable that ends in {@code _PROVIDER}, and guesses at the account's name. */
    private void reportAccount(String prefix, String spelling) {
        String name =
                prefix.substring(ACCOUNT.length()).toLowerCase(Locale.ROOT).replace('_', '-');
        String guess = name.isEmpty() ? "" : ", '" + name.substring(0, name.length() - 1) + "' perhaps among them";
        String message = "the environment variable " + spelling + " belongs to no known account; list the names of all"
                + " accounts here, or in " + ACCOUNTS + guess;
        if (accounts.listed()) {
            problems.hint(Keys.ACCOUNTS, message);
        } else {
            problems.add(Keys.ACCOUNTS, message);
        }
    }

    private void reportVariable(String variable, String spelling) {
        String prefix = prefix(variable);
        if (!prefix.isEmpty()) {
            reportLeaf(prefix, variable, spelling);
        } else if (variable.startsWith(ACCOUNT)) {
            problems.hint(
                    spelling,
                    "this environment variable belongs to no known account; list the accounts in " + ACCOUNTS);
        } else {
            // Kubernetes sets variables such as PAYBEARER_PORT: only what is near one of ours is reported
            Optional<String> near = Nearest.to(variable, keyByVariable.keySet());
            near.ifPresent(meant -> hint(spelling, "environment variable", near));
        }
    }

    private void reportLeaf(String prefix, String variable, String spelling) {
        Set<String> leaves = leaves(accountByPrefix.getOrDefault(prefix, ""));
        String rest = variable.substring(prefix.length());
        Set<String> known = new TreeSet<>();
        leaves.forEach(leaf -> known.add(PropertyNames.variable(leaf)));
        if (leaves.stream().anyMatch(leaf -> leaf.endsWith(Keys.ANY) && rest.startsWith(start(leaf)))) {
            problems.add(
                    spelling,
                    "an environment variable does not tell the name that stands in its key, capital letters and dashes among it;"
                            + " write the key in a file, where its value may be empty");
        } else if (!known.isEmpty()) {
            Optional<String> near = Nearest.to(rest, known);
            hint(spelling, "environment variable", near.map(prefix::concat));
        }
    }

    /** What the variables of a leaf such as {@code header.*} begin with: {@code HEADER_}. */
    private static String start(String leaf) {
        return PropertyNames.variable(leaf.substring(0, leaf.length() - Keys.ANY.length()));
    }

    /** The longest of the accounts' prefixes that a variable begins with; empty if it begins with none. */
    private String prefix(String variable) {
        String prefix = variable;
        while (!prefix.isEmpty() && !accountByPrefix.containsKey(prefix)) {
            prefix = prefix.substring(0, prefix.lastIndexOf('_', prefix.length() - 2) + 1);
        }
        return prefix;
    }

    private void hint(String name, String kind, Optional<String> near) {
        String meant = near.map(other -> "; did you mean " + other + "?").orElse("");
        problems.hint(name, "nothing reads this " + kind + meant);
    }

    private Set<String> leaves(String account) {
        return leavesByAccount.getOrDefault(account, Set.of());
    }
}
