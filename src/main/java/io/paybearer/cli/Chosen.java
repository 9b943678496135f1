// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The accounts that a command is about.
 *
 * @param configured the names of all accounts
 * @param accounts those that the command is about; none means all
 */
record Chosen(Set<String> configured, Set<String> accounts) {

    /**
     * The warnings without those that only say that the other accounts are left out, since the user wants that. They are about
     * {@code paybearer.accounts}, or about a variable such as {@code PAYBEARER_ACCOUNT_SHOP_EU_SECRET_WORD}.
     */
    List<String> ofThese(List<String> warnings) {
        return accounts.isEmpty()
                ? warnings
                : warnings.stream().filter(warning -> !ofOthers(warning)).toList();
    }

    private boolean ofOthers(String warning) {
        return warning.startsWith(OwnKeys.ACCOUNTS + ": ")
                || configured.stream()
                        .filter(account -> warning.startsWith(variables(account)))
                        .max(Comparator.comparingInt(String::length))
                        .filter(account -> !accounts.contains(account))
                        .isPresent();
    }

    private static String variables(String account) {
        return "PAYBEARER_ACCOUNT_" + account.toUpperCase(Locale.ROOT).replace('-', '_') + "_";
    }
}
