// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds keys that nothing reads, most of which are misspelt. Used by one thread. */
final class UnknownKeys {

    private final AccountNames.Found accounts;
    private final Map<String, Set<String>> leavesByAccount;
    private final Problems problems;
    private final Set<String> unlisted = new TreeSet<>();

    UnknownKeys(AccountNames.Found accounts, Map<String, Set<String>> leavesByAccount, Problems problems) {
        this.accounts = accounts;
        this.leavesByAccount = leavesByAccount;
        this.problems = problems;
    }

    void report(PropertyNames names) {
        for (String key : names.keys()) {
            if (!Keys.GLOBAL.contains(key) && !read(key) && !names.guessed(key)) {
                report(key);
            }
        }
    }

    private boolean read(String key) {
        int dot = endOfAccount(key);
        return dot >= 0 && leaves(key.substring(Keys.ACCOUNT.length(), dot)).contains(key.substring(dot + 1));
    }

    private void report(String key) {
        int dot = endOfAccount(key);
        String account = dot < 0 ? "" : key.substring(Keys.ACCOUNT.length(), dot);
        if (leavesByAccount.containsKey(account)) {
            unknown(
                    key,
                    Nearest.to(key.substring(dot + 1), leaves(account))
                            .map(near -> Keys.of(account, near))
                            .orElse(null));
        } else if (dot < 0) {
            unknown(key, Nearest.to(key, candidates(key)).orElse(null));
        } else if (accounts.listed() && !accounts.contains(account)) {
            reportUnlisted(account);
        } else if (!accounts.contains(account)) {
            unknown(key, null);
        }
    }

    private void reportUnlisted(String account) {
        if (unlisted.add(account)) {
            problems.hint(
                    Keys.ACCOUNTS,
                    "it does not list '" + account + "', so nothing reads the keys " + Keys.of(account, "…")
                            + "; add the name to it, or remove the keys");
        }
    }

    private void unknown(String key, @Nullable String near) {
        problems.hint(key, "nothing reads this key" + (near == null ? "" : "; did you mean " + near + "?"));
    }

    private Set<String> leaves(String account) {
        return leavesByAccount.getOrDefault(account, Set.of());
    }

    private static int endOfAccount(String key) {
        return key.startsWith(Keys.ACCOUNT) ? key.indexOf('.', Keys.ACCOUNT.length()) : -1;
    }

    /** {@code paybearer.accounts.shop.provider} is probably meant as {@code paybearer.account.shop.provider}. */
    private static Set<String> candidates(String key) {
        Set<String> candidates = new TreeSet<>(Keys.GLOBAL);
        int dot = key.indexOf('.', Keys.ROOT.length());
        if (dot >= 0 && Nearest.distance(key.substring(0, dot + 1), Keys.ACCOUNT) <= 2) {
            candidates.add(Keys.ACCOUNT + key.substring(dot + 1));
        }
        return candidates;
    }
}
