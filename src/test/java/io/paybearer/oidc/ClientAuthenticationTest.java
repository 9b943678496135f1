// SPDX-License-Identifier: Apache-2.0
package io.paybearer.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.account.Application;
import io.paybearer.harness.Configured;
import io.paybearer.harness.TestTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Each way in which a client proves who it is, but the certificate of its connection. */
class ClientAuthenticationTest {

    private static final List<String> ALGORITHMS =
            List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    /** {@code :}, {@code %}, {@code +}, a blank, quotes: all that RFC 6749 allows, from '!' to '~' around the blank. */
    private static final String ALL_CHARACTERS = IntStream.rangeClosed('!', '~')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .insert(40, ' ')
            .toString();

    private static final TestKeyPairs KEYS = new TestKeyPairs();

    @RegisterExtension
    static final OidcServer SERVER = OidcServer.knowing(clients());

    private final TestTime time = new TestTime();

    @RegisterExtension
    final Accounts accounts = new Accounts(time);

    private static List<OidcClient> clients() {
        List<OidcClient> clients = new ArrayList<>(List.of(
                OidcClient.of("basic", SECRET).authenticating("client_secret_basic"),
                OidcClient.of("post", SECRET).authenticating("client_secret_post"),
                OidcClient.of("client-secret-jwt", SECRET)
                        .authenticating("client_secret_jwt")
                        .signing("HS256")));
        for (String method : List.of("basic", "post", "jwt")) {
            clients.add(
                    OidcClient.of(method + ALL_CHARACTERS, ALL_CHARACTERS).authenticating("client_secret_" + method));
        }
        for (String algorithm : ALGORITHMS) {
            clients.add(OidcClient.of(algorithm)
                    .authenticating("private_key_jwt")
                    .signing(algorithm)
                    .with(KEYS.of(algorithm).getPublic()));
        }
        return clients;
    }

    /** The server gives a token, and knows it as the client's. */
    private void assertToken(Configured account, String clientId) {
        assertThat(SERVER.token(accounts.token(account)))
                .as(clientId)
                .extracting("kind", "client", "audience")
                .containsExactly("ClientCredentials", clientId, "urn:acme:payments");
    }

    @ParameterizedTest
    @CsvSource({"basic", "post", "client-secret-jwt"})
    void secret_isAccepted(String method) {
        assertToken(
                Accounts.withSecret(SERVER.tokenUri(), method, SECRET).with("client-authentication", method), method);
    }

    @ParameterizedTest
    @CsvSource({"basic, basic", "post, post", "jwt, client-secret-jwt"})
    void idAndSecret_ofAnyPrintableCharacters_areAccepted(String start, String method) {
        String id = start + ALL_CHARACTERS;

        assertToken(
                Accounts.of(SERVER.tokenUri(), id)
                        .with("client-authentication", method)
                        .with("client-secret-file", Configured.secretFile(ALL_CHARACTERS)),
                id);
    }

    @Test
    void secretOfAnyPrintableCharacters_inTheConfigurationItself_isAccepted() {
        String id = "basic" + ALL_CHARACTERS;

        assertToken(Accounts.withSecret(SERVER.tokenUri(), id, ALL_CHARACTERS), id);
    }

    @ParameterizedTest
    @FieldSource("ALGORITHMS")
    void signedAssertion_withEachAlgorithm_isAccepted(String algorithm) {
        assertToken(signing(algorithm).with("signing-algorithm", algorithm), algorithm);
    }

    @ParameterizedTest
    @CsvSource({"RS256, RSA", "ES256, EC", "ES384, EC", "ES512, EC", "EdDSA, OKP"})
    void signedAssertion_withTheUsualAlgorithmOfItsKey_andTheKeysId_isAccepted(String algorithm, String keyId) {
        assertToken(signing(algorithm).with("key-id", keyId), algorithm);
    }

    @Test
    void assertion_forTheIssuer_isAccepted() {
        assertToken(signing("ES256").with("assertion-audience", SERVER.issuer().toString()), "ES256");
    }

    /** The server accepts each assertion once. */
    @Test
    void expiredToken_isAskedForAgain_withAnotherAssertion() {
        Application application = accounts.start(signing("ES384"));
        String first = application.get(Accounts.NAME).value();
        SERVER.pass(time, Duration.ofMinutes(10));

        String second = application.get(Accounts.NAME).value();
        assertThat(second).isNotEqualTo(first);
        assertThat(SERVER.token(first)).isEmpty();
        assertThat(SERVER.token(second)).isNotEmpty();
    }

    private static Configured signing(String algorithm) {
        return Accounts.of(SERVER.tokenUri(), algorithm)
                .with("client-authentication", "private-key-jwt")
                .with("signing-key", KEYS.pem(algorithm));
    }
}
