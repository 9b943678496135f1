// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.oauth2;

import io.paybearer.Secret;
import io.paybearer.jwt.HmacJwt;
import io.paybearer.jwt.KeyJwt;
import io.paybearer.jwt.MintingTimes;
import io.paybearer.jwt.SigningKey;
import io.paybearer.spi.AccountSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads how the client of an account authenticates itself. Used by one thread. */
final class ClientReader {

    private static final String CLIENT_AUTHENTICATION = "client-authentication";
    private static final String SIGNING_KEY = "signing-key";
    private static final String SIGNING_ALGORITHM = "signing-algorithm";
    private static final String ASSERTION_LIFETIME = "assertion-lifetime";

    private static final Duration USUAL_LIFETIME = Duration.ofMinutes(1);
    private static final String JVM_KEY_STORE = "javax.net.ssl.keyStore";

    private final AccountSettings settings;
    private final URI tokenUri;
    private final String clientId;

    ClientReader(AccountSettings settings, URI tokenUri) {
        this.settings = settings;
        this.tokenUri = tokenUri;
        this.clientId = printable("client-id", settings.requiredText("client-id"));
    }

    ClientAuthentication read() {
        String name = settings.text(CLIENT_AUTHENTICATION).orElse("basic");
        return switch (name) {
            case "basic" -> new ClientAuthentication.Basic(clientId, secret());
            case "post" -> new ClientAuthentication.Post(clientId, secret());
            case "client-secret-jwt" -> signedWithSecret(secret());
            case "private-key-jwt" -> signedWithKey(settings.requiredSecret(SIGNING_KEY));
            case "tls" -> byCertificate();
            default -> {
                settings.problem(
                        CLIENT_AUTHENTICATION,
                        "it is '" + name + "'; use 'basic', 'post', 'client-secret-jwt', 'private-key-jwt' or 'tls'");
                yield new ClientAuthentication.Tls(clientId);
            }
        };
    }

    private Secret secret() {
        Secret secret = settings.requiredSecret("client-secret");
        printable("client-secret", secret.reveal());
        return secret;
    }

    /** RFC 6749, appendix A.1 and A.2. */
    private String printable(String key, String text) {
        if (text.chars().anyMatch(c -> c < ' ' || c > '~')) {
            settings.problem(
                    key,
                    "it holds a character that is not printable ASCII, and no other is allowed (RFC 6749, appendix A);"
                            + " copy it again from the provider's page");
        }
        return text;
    }

    private ClientAuthentication byCertificate() {
        if (settings.text("key-store").isEmpty()
                && System.getProperty(JVM_KEY_STORE, "").isEmpty()) {
            settings.problem(
                    CLIENT_AUTHENTICATION,
                    "it is tls, and there is no certificate to show; set " + settings.key("key-store"));
        }
        return new ClientAuthentication.Tls(clientId);
    }

    private ClientAuthentication signedWithSecret(Secret secret) {
        if (secret.reveal().isEmpty()) {
            return new ClientAuthentication.Tls(clientId); // it is missing, which is among the problems
        }
        return assertion(HmacJwt.hs256(secret)::sign, List.of("HS256", secret.reveal()));
    }

    private ClientAuthentication signedWithKey(Secret pem) {
        Optional<String> keyId = settings.text("key-id");
        keyId.ifPresent(id -> printable("key-id", id));
        Optional<String> algorithm = settings.text(SIGNING_ALGORITHM);
        try {
            if (!pem.reveal().isEmpty()) {
                SigningKey key = SigningKey.parse(pem.reveal());
                String signed = algorithm(key, algorithm);
                List<String> parts = new ArrayList<>(List.of(signed, pem.reveal()));
                keyId.ifPresent(parts::add);
                return assertion(new KeyJwt(key, signed, keyId)::sign, parts);
            }
        } catch (IllegalArgumentException e) {
            settings.problem(SIGNING_KEY, String.valueOf(e.getMessage()));
        }
        return new ClientAuthentication.Tls(clientId);
    }

    private String algorithm(SigningKey key, Optional<String> configured) {
        String usual = key.algorithms().get(0);
        String name = configured.orElse(usual);
        if (key.algorithms().contains(name)) {
            return name;
        }
        settings.problem(
                SIGNING_ALGORITHM,
                "the key cannot sign with '" + name + "'; it can with " + String.join(", ", key.algorithms()));
        return usual;
    }

    private ClientAuthentication assertion(UnaryOperator<String> signer, List<String> parts) {
        String audience = settings.text("assertion-audience").orElse(tokenUri.toString());
        Duration lifetime = settings.duration(ASSERTION_LIFETIME, USUAL_LIFETIME);
        if (lifetime.toSeconds() < 1) {
            settings.problem(
                    ASSERTION_LIFETIME, "it is less than a second, so no assertion would count; set a longer one");
        }
        Duration skew = settings.duration("clock-skew", MintingTimes.USUAL_SKEW);
        String printed = printable("assertion-audience", audience);
        String issuer =
                printable("assertion-issuer", settings.text("assertion-issuer").orElse(clientId));
        return new ClientAssertion(clientId, issuer, printed, lifetime, skew, settings.clock(), signer, parts);
    }
}
