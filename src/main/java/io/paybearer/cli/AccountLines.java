// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.account.Account;
import java.util.Collection;
import java.util.function.Function;

/** The widths of the columns in which accounts are listed, one line for each account. */
record AccountLines(int name, int provider, int place) {

    static AccountLines of(Collection<Account> accounts) {
        return new AccountLines(
                width(accounts, Account::name),
                width(accounts, AccountLines::provider),
                width(accounts, AccountLines::place));
    }

    String line(AccountCheck check) {
        Account account = check.account();
        return pad(account.name(), name)
                + pad(provider(account), provider)
                + pad(place(account), place)
                + check.finding();
    }

    private static String provider(Account account) {
        return account.config().provider().id();
    }

    private static String place(Account account) {
        return account.baseUri().toString();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length() + 2);
    }

    private static int width(Collection<Account> accounts, Function<Account, String> column) {
        return accounts.stream().map(column).mapToInt(String::length).max().orElse(0);
    }
}
