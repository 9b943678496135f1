// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ClientAssertionTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    private static ClientAssertion assertion(String issuer) {
        return new ClientAssertion(
                "client-1",
                issuer,
                "https://bank.example",
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                () -> NOW,
                UnaryOperator.identity(),
                List.of("key"));
    }

    /** The issuer need not be the client: some servers want the domain that the client has registered. */
    @Test
    void claims_nameTheIssuerAndTheClient() {
        String body = assertion("shop.example")
                .request(URI.create("https://bank.example/token"), new HashMap<>())
                .body();

        assertThat(URLDecoder.decode(body, StandardCharsets.UTF_8))
                .contains("{\"iss\":\"shop.example\",\"sub\":\"client-1\",\"aud\":\"https://bank.example\",\"jti\":\"")
                .contains("\",\"iat\":1699999995,\"exp\":1700000060}")
                .contains("client_id=client-1");
    }

    @Test
    void anotherIssuer_isAnotherCredential() {
        assertThat(assertion("shop.example").parts())
                .isNotEqualTo(assertion("client-1").parts());
    }
}
