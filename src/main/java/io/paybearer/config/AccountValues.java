// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.spi.TokenIssuerProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The texts that are configured for one account, taken out of MicroProfile Config once. Immutable, never printed.
 *
 * @param account the account's name
 * @param byLeaf the texts by leaf key; an empty text counts as a missing one
 */
record AccountValues(String account, Map<String, String> byLeaf) {

    AccountValues {
        byLeaf = Map.copyOf(byLeaf);
    }

    /** Looks up each key there may be, since not every source of configuration lists what it has. */
    static AccountValues read(Texts texts, String account, TokenIssuerProvider provider, Set<String> leaves) {
        Map<String, String> values = new HashMap<>();
        for (String leaf : leaves) {
            String key = Keys.of(account, leaf);
            Optional<String> text = Keys.secret(provider, leaf) ? texts.secret(key) : texts.text(key);
            text.ifPresent(present -> values.put(leaf, present));
        }
        return new AccountValues(account, values);
    }

    Optional<String> get(String leaf) {
        return Optional.ofNullable(byLeaf.get(leaf));
    }

    @Override
    public String toString() {
        return "AccountValues[" + account + ", " + byLeaf.keySet() + "]";
    }
}
