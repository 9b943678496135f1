// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.spi.AccountSettings;
import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenIssuerProvider;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A user's own provider. The key {@code word}, if it is one of its keys, holds a secret. */
final class FakeProvider implements TokenIssuerProvider {

    private final String id;
    private final Set<String> keys;
    private Function<AccountSettings, List<String>> reader = settings -> List.of(settings.account());

    FakeProvider(String id, String... keys) {
        this.id = id;
        this.keys = Set.of(keys);
    }

    FakeProvider reading(Function<AccountSettings, List<String>> credential) {
        reader = credential;
        return this;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Set<String> keys() {
        return keys;
    }

    @Override
    public Set<String> secretKeys() {
        return keys.contains("word") ? Set.of("word") : Set.of();
    }

    @Override
    public Optional<URI> defaultBaseUri() {
        return Optional.of(URI.create("https://fake.example"));
    }

    @Override
    public Optional<String> defaultTenantHeader() {
        return Optional.of("Client-Id");
    }

    @Override
    public TokenIssuer create(AccountSettings settings) {
        List<String> credential = reader.apply(settings);
        return new TokenIssuer() {
            @Override
            public List<String> credential() {
                return credential;
            }

            @Override
            public IssuedToken issue() {
                return new IssuedToken("token", Duration.ofHours(1));
            }
        };
    }
}
