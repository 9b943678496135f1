// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.borderless;

import io.paybearer.Secret;
import io.paybearer.jwt.HmacJwt;
import io.paybearer.jwt.JwtIssuer;
import io.paybearer.jwt.MintingTimes;
import io.paybearer.spi.AccountSettings;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenIssuerProvider;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The provider {@code borderless}: tokens minted here, or by its authentication endpoint if {@code token-source} says so.
 */
public final class Borderless implements TokenIssuerProvider {

    /** Its id. */
    public static final String ID = "borderless";

    private static final Optional<URI> BASE_URI = Optional.of(URI.create("https://prod.api.getborderless.com"));

    private static final Optional<String> TENANT_HEADER = Optional.of("Client-Id");

    /** How long borderless accepts a token, counted from its {@code iat}. */
    static final Duration GRANTED = Duration.ofMinutes(15);

    /** Makes the provider, as {@link java.util.ServiceLoader} does. */
    public Borderless() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<String> keys() {
        return Set.of("issuer-id", "secret-key", "partner-key", "client-id", "token-source", "token-uri");
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of("secret-key", "partner-key");
    }

    @Override
    public Optional<URI> defaultBaseUri() {
        return BASE_URI;
    }

    @Override
    public Optional<String> defaultTenantHeader() {
        return TENANT_HEADER;
    }

    @Override
    public TokenIssuer create(AccountSettings settings) {
        String issuerId = settings.requiredText("issuer-id");
        Secret secretKey = settings.requiredSecret("secret-key");
        Optional<Secret> partnerKey = settings.secret("partner-key");
        BorderlessCredential credential = new BorderlessCredential(issuerId, secretKey, partnerKey);
        MintingTimes times = MintingTimes.read(settings, GRANTED, MintingTimes.USUAL_SKEW, Optional.of(GRANTED));
        URI tokenUri = settings.endpointUri("token-uri", "/authentication");
        String source = settings.text("token-source").orElse("local");
        return switch (source) {
            case "local" -> minting(credential, times);
            case "endpoint" -> new EndpointIssuer(credential, tokenUri, settings.tokenEndpoint(), settings.clock());
            default -> {
                settings.problem("token-source", "it is '" + source + "'; use 'local' or 'endpoint'");
                yield minting(credential, times);
            }
        };
    }

    private static TokenIssuer minting(BorderlessCredential credential, MintingTimes times) {
        List<String> parts = new ArrayList<>(List.of("local", times.text()));
        parts.addAll(credential.parts());
        return new JwtIssuer(parts, HmacJwt.hs256(credential.secretKey()), credential.claims(), times, false);
    }
}
