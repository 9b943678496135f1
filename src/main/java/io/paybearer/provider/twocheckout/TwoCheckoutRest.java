// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.twocheckout;

import io.paybearer.Secret;
import io.paybearer.jwt.MintingTimes;
import io.paybearer.spi.AccountSettings;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenIssuerProvider;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The provider {@code 2checkout-rest}: the login of 2Checkout's REST API 6.0 ("Authentication" in its documentation). The header is
 * made here, and again each minute, since it holds the time.
 */
public final class TwoCheckoutRest implements TokenIssuerProvider {

    /** Its id. */
    public static final String ID = "2checkout-rest";

    private static final Optional<URI> BASE_URI = Optional.of(URI.create("https://api.2checkout.com/rest/6.0"));

    /** The provider does not say for how long it accepts a date. */
    private static final Duration USUAL_LIFETIME = Duration.ofMinutes(1);

    /** Makes the provider, as {@link java.util.ServiceLoader} does. */
    public TwoCheckoutRest() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<String> keys() {
        return Set.of("merchant-code", "secret-key", "algorithm");
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of("secret-key");
    }

    @Override
    public Optional<URI> defaultBaseUri() {
        return BASE_URI;
    }

    @Override
    public List<String> defaultTokenHeaders() {
        return List.of("X-Avangate-Authentication");
    }

    @Override
    public TokenIssuer create(AccountSettings settings) {
        String merchantCode = merchantCode(settings);
        Secret secretKey = settings.requiredSecret("secret-key");
        String name = settings.text("algorithm").orElse("sha256");
        Optional<DatedHash.Algorithm> algorithm = DatedHash.Algorithm.of(name);
        if (algorithm.isEmpty()) {
            settings.problem("algorithm", "it is '" + name + "'; use 'sha256' or 'sha3-256'");
        }
        MintingTimes times = MintingTimes.read(settings, USUAL_LIFETIME, Duration.ZERO, Optional.empty());
        return new DatedHash(merchantCode, secretKey, algorithm.orElse(DatedHash.Algorithm.SHA256), times);
    }

    private static String merchantCode(AccountSettings settings) {
        String code = settings.requiredText("merchant-code");
        if (code.chars().anyMatch(c -> c < '!' || c > '~' || c == '"' || c == '\\')) {
            settings.problem("merchant-code", "no header can carry it; copy it again from the provider's page");
        }
        return code;
    }
}
