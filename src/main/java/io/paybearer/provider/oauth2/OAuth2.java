// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.oauth2;

import io.paybearer.Secret;
import io.paybearer.spi.AccountSettings;
import io.paybearer.spi.BearerAnswers;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenIssuerProvider;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The provider {@code oauth2}: tokens from the token endpoint of any authorization server, for the client itself (RFC 6749, section
 * 4.4) or with a refresh token that somebody has consented to (section 6).
 */
public final class OAuth2 implements TokenIssuerProvider {

    /** Its id. */
    public static final String ID = "oauth2";

    private static final String PARAMETER = "parameter.";
    private static final String ALLOW_MEMORY = "allow-memory-refresh-token";
    private static final String ROTATES = "refresh-token-rotates";
    private static final String REFRESH_TOKEN = "refresh-token";

    /** How long a token lives if nobody says it. */
    private static final Duration USUAL_LIFETIME = Duration.ofMinutes(5);

    /** The fields that have keys of their own, or are written here. */
    private static final Set<String> RESERVED = Set.of(
            "grant_type",
            "client_id",
            "client_secret",
            "client_assertion",
            "client_assertion_type",
            "refresh_token",
            "scope",
            "audience");

    /** Makes the provider, as {@link java.util.ServiceLoader} does. */
    public OAuth2() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<String> keys() {
        return Set.of(
                "token-uri",
                "client-id",
                "client-authentication",
                "client-secret",
                "grant",
                REFRESH_TOKEN,
                ROTATES,
                ALLOW_MEMORY,
                "scope",
                "audience",
                PARAMETER + "*",
                "signing-key",
                "signing-algorithm",
                "key-id",
                "assertion-issuer",
                "assertion-audience",
                "assertion-lifetime");
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of("client-secret", REFRESH_TOKEN, "signing-key");
    }

    @Override
    public TokenIssuer create(AccountSettings settings) {
        URI tokenUri = settings.requiredEndpointUri("token-uri");
        ClientAuthentication client = new ClientReader(settings, tokenUri).read();
        Map<String, String> asked = asked(settings);
        Optional<Grant> refresh = grant(settings);
        return new OAuth2Issuer(
                tokenUri,
                client,
                refresh.orElse(Grant.CLIENT),
                asked,
                settings.tokenEndpoint(),
                new BearerAnswers(settings, USUAL_LIFETIME),
                settings::key);
    }

    private static Map<String, String> asked(AccountSettings settings) {
        Map<String, String> asked = new LinkedHashMap<>();
        settings.text("scope").ifPresent(scope -> asked.put("scope", scope));
        settings.text("audience").ifPresent(audience -> asked.put("audience", audience));
        settings.below(PARAMETER).forEach((name, value) -> {
            if (RESERVED.contains(name)) {
                settings.problem(
                        PARAMETER + name, "the field has a key of its own, or is written by paybearer; remove it");
            }
            asked.put(name, value);
        });
        return asked;
    }

    private static Optional<Grant> grant(AccountSettings settings) {
        String name = settings.text("grant").orElse("client_credentials");
        return switch (name) {
            case "client_credentials" -> Optional.empty();
            case "refresh_token" -> Optional.of(refreshing(settings));
            default -> {
                settings.problem(
                        "grant", "it is '" + name + "'; use one of " + List.of("client_credentials", "refresh_token"));
                yield Optional.empty();
            }
        };
    }

    /** A refresh token that rotates must outlive the process, since the configured one is used up by the first token. */
    private static Grant refreshing(AccountSettings settings) {
        Secret token = settings.requiredSecret(REFRESH_TOKEN);
        boolean rotates = settings.flag(ROTATES, true);
        boolean allowed = settings.flag(ALLOW_MEMORY, false);
        if (rotates && !allowed && !settings.tokensAreShared()) {
            settings.problem(
                    "grant",
                    "each refresh token is used once, and with paybearer.store=memory a restart would lose the next one; configure a"
                            + " shared store, or set " + settings.key(ROTATES)
                            + "=false if the provider's refresh token stays the"
                            + " same, or " + settings.key(ALLOW_MEMORY)
                            + "=true to renew it by hand after each restart");
        }
        return new Grant(Optional.of(token), rotates);
    }
}
