// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.twocheckout;

import io.paybearer.Secret;
import io.paybearer.jwt.HmacJwt;
import io.paybearer.jwt.JwtIssuer;
import io.paybearer.jwt.MintingTimes;
import io.paybearer.spi.AccountSettings;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenIssuerProvider;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The provider {@code 2checkout}: JWTs of its Signature Generation API, minted here and signed with HS512. */
public final class TwoCheckout implements TokenIssuerProvider {

    /** Its id. */
    public static final String ID = "2checkout";

    private static final Optional<URI> BASE_URI = Optional.of(URI.create("https://secure.2checkout.com"));

    /** How long 2Checkout accepts a token without {@code exp}, counted from its {@code iat}. */
    private static final Duration GRANTED_WITHOUT_EXPIRY = Duration.ofMinutes(30);

    /** 2Checkout's own client for .NET sets {@code iat} back by as much, and says that it is needed. */
    private static final Duration USUAL_SKEW = Duration.ofSeconds(10);

    /** Makes the provider, as {@link java.util.ServiceLoader} does. */
    public TwoCheckout() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<String> keys() {
        return Set.of("merchant-code", "secret-word", "include-expiry");
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of("secret-word");
    }

    @Override
    public Optional<URI> defaultBaseUri() {
        return BASE_URI;
    }

    /** The Signature Generation API reads {@code merchant-token}; {@code Authorization} goes with it. */
    @Override
    public List<String> defaultTokenHeaders() {
        return List.of("Authorization", "merchant-token");
    }

    @Override
    public TokenIssuer create(AccountSettings settings) {
        boolean includeExpiry = settings.flag("include-expiry", true);
        MintingTimes times = MintingTimes.read(
                settings,
                GRANTED_WITHOUT_EXPIRY,
                USUAL_SKEW,
                includeExpiry ? Optional.empty() : Optional.of(GRANTED_WITHOUT_EXPIRY));
        String merchantCode = settings.requiredText("merchant-code");
        Secret secretWord = settings.requiredSecret("secret-word");
        return new JwtIssuer(
                List.of(merchantCode, secretWord.reveal(), String.valueOf(includeExpiry), times.text()),
                HmacJwt.hs512(secretWord),
                Map.of("sub", merchantCode),
                times,
                includeExpiry);
    }
}
