// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.spi.TokenIssuerProvider;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads which provider an account is of. */
final class ProviderReader {

    private final Texts texts;
    private final Map<String, TokenIssuerProvider> providers;
    private final Problems problems;

    ProviderReader(Texts texts, Map<String, TokenIssuerProvider> providers, Problems problems) {
        this.texts = texts;
        this.providers = providers;
        this.problems = problems;
    }

    /** The provider; empty if the key is missing or names none, which is then among the problems. */
    Optional<TokenIssuerProvider> read(String account) {
        String key = Keys.of(account, Keys.PROVIDER);
        Optional<String> id = texts.text(key).map(String::strip);
        if (id.isEmpty() && !problems.concernKey(key)) {
            problems.add(key, "it is missing; set it to one of " + ids());
        } else if (id.isPresent() && !providers.containsKey(id.get())) {
            problems.add(key, "there is no provider '" + id.get() + "'" + remedy(id.get()));
        }
        return id.map(providers::get);
    }

    private String remedy(String id) {
        return Nearest.to(id, ids())
                .map(near -> "; did you mean '" + near + "'?")
                .orElseGet(() -> "; use one of " + ids());
    }

    private Set<String> ids() {
        return new TreeSet<>(providers.keySet());
    }
}
