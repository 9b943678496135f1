// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.oauth2;

import io.paybearer.spi.TokenRequest;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A signed JWT in the form (RFC 7523, section 2.2), another one for each request.
 *
 * @param clientId who the client is, claim {@code sub}
 * @param issuer who has signed it, claim {@code iss}: the client, unless the server wants something else there
 * @param audience who is to accept it, claim {@code aud}
 * @param lifetime how long it counts
 * @param skew how far {@code iat} lies before now
 * @param clock the wall clock
 * @param signer signs claims that are a JSON object
 * @param parts what the signature depends on, the algorithm first
 */
record ClientAssertion(
        String clientId,
        String issuer,
        String audience,
        Duration lifetime,
        Duration skew,
        InstantSource clock,
        UnaryOperator<String> signer,
        List<String> parts)
        implements ClientAuthentication {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    @Override
    public TokenRequest request(URI uri, Map<String, String> fields) {
        fields.put("client_id", clientId);
        fields.put("client_assertion_type", TYPE);
        fields.put("client_assertion", signer.apply(claims()));
        return TokenRequest.form(uri, fields);
    }

    private String claims() {
        long now = clock.instant().getEpochSecond();
        String id = UUID.randomUUID().toString();
        return "{\"iss\":%s,\"sub\":%s,\"aud\":%s,\"jti\":\"%s\",\"iat\":%d,\"exp\":%d}"
                .formatted(
                        quoted(issuer),
                        quoted(clientId),
                        quoted(audience),
                        id,
                        now - skew.toSeconds(),
                        now + lifetime.toSeconds());
    }

    /** The texts are printable ASCII, so JSON escapes these two characters alone. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public List<String> parts() {
        List<String> all = new ArrayList<>(List.of("assertion", clientId, issuer, audience, lifetime + " " + skew));
        all.addAll(parts);
        return all;
    }

    /** A secret has no id. */
    @Override
    public String advice(UnaryOperator<String> keys) {
        String audience = keys.apply("assertion-audience");
        return parts.get(0).startsWith("HS")
                ? "the server may know another secret, or expect another " + audience + ", or the clocks differ"
                : "the server may not know the key, or expect another " + keys.apply("key-id") + " or " + audience
                        + ", or the clocks differ";
    }

    @Override
    public String toString() {
        return "ClientAssertion[" + clientId + "]";
    }
}
