// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountKeysTest {

    private static final String SHOP = "paybearer.account.shop.";

    @Test
    void problems_ofAllAccounts_areReportedTogetherWithTheirFullKeys() {
        TestConfig config = TestConfig.empty()
                .key("a", "provider", "2checkout")
                .key("b", "provider", "paymentsgate")
                .key("b", "base-uri", "b.example")
                .key("b", "replay-unauthorized", "maybe")
                .key("c", "provider", "stripe");

        assertThat(config.problems())
                .extracting(problem -> problem.substring(0, problem.indexOf(": ")))
                .containsExactlyInAnyOrder(
                        "paybearer.account.a.merchant-code",
                        "paybearer.account.a.secret-word",
                        "paybearer.account.b.account-id",
                        "paybearer.account.b.public-key",
                        "paybearer.account.b.base-uri",
                        "paybearer.account.b.replay-unauthorized",
                        "paybearer.account.c.provider");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "2Checkout | there is no provider '2Checkout'; did you mean '2checkout'?",
                "paymentgate | there is no provider 'paymentgate'; did you mean 'paymentsgate'?",
                "stripe | there is no provider 'stripe'; use one of [2checkout, 2checkout-rest, borderless, oauth2, paymentsgate, static], or list the class of your own in META-INF/services/io.paybearer.spi.TokenIssuerProvider",
            })
    void provider_thatIsNone_isAProblemWithARemedy(String id, String message) {
        assertThat(TestConfig.shop().with("provider", id).problem()).isEqualTo(SHOP + "provider: " + message);
    }

    @Test
    void texts_areReadWithoutSpacesAround() {
        TestConfig config =
                TestConfig.shop().with("provider", " 2checkout ").with("rest-clients", " signatures , com.acme.Api ");

        assertThat(config.account().restClients()).containsExactly("signatures", "com.acme.Api");
    }

    @Test
    void restClient_ofTwoAccounts_isAProblem() {
        TestConfig config = TestConfig.shop()
                .twoCheckout("other")
                .key("other", "rest-clients", "signatures")
                .with("rest-clients", "x,signatures");

        assertThat(config.problem())
                .isEqualTo(
                        SHOP + "rest-clients: the Rest Client 'signatures' is listed for the account 'other' as well;"
                                + " name it for one of them alone");
    }

    @Test
    void tokenHeaders_areTheProvidersOrTheConfigured() {
        assertThat(TestConfig.shop().account().tokenHeaders()).containsExactly("Authorization", "merchant-token");
        assertThat(TestConfig.shop()
                        .with("token-headers", "merchant-token")
                        .account()
                        .tokenHeaders())
                .containsExactly("merchant-token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "X Y | 'X Y' is not the name of a header; correct it",
                "Authorization: Bearer | 'Authorization: Bearer' is not the name of a header; correct it",
                "Authorization,authorization | it names 'authorization' twice; remove one",
                ", | it names no header, so no call would carry a token; name one, or remove the key",
            })
    void tokenHeaders_thatAreNone_areAProblem(String headers, String message) {
        assertThat(TestConfig.shop().with("token-headers", headers).problem())
                .isEqualTo(SHOP + "token-headers: " + message);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "TRUE, true", "false, false", "False, false"})
    void flag_inAnyCase_isRead(String text, boolean replay) {
        assertThat(TestConfig.shop().with("replay-unauthorized", text).account().replayUnauthorized())
                .isEqualTo(replay);
    }

    @Test
    void clientId_withACharacterThatNoHeaderCarries_isAProblemOfTheKey() {
        assertThat(TestConfig.empty()
                        .with("provider", "borderless")
                        .with("issuer-id", "I")
                        .with("secret-key", "K")
                        .with("client-id", "cl\u00e9")
                        .problem())
                .isEqualTo(
                        SHOP + "client-id: the child account holds the character U+00E9 at position 2; only printable"
                                + " ASCII is allowed");
    }

    @Test
    void clientId_ofAUsersProviderThatSupportsIt_isKnownWithoutBeingDeclared() {
        TestConfig config = TestConfig.empty()
                .provider(new FakeProvider("fake"))
                .with("provider", "fake")
                .with("client-id", "cl_1");

        assertThat(config.account().tenant()).hasValue("cl_1");
        assertThat(config.read().warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "proxy.example:99999", "me:pw@proxy.example:1", ":8080"})
    void proxy_thatIsNoHostAndPort_isAProblem(String proxy) {
        assertThat(TestConfig.shop().with("proxy", proxy).problem())
                .isEqualTo(SHOP
                        + "proxy: it is not of the form host:port; a user and a password have the keys "
                        + SHOP + "proxy-user and " + SHOP + "proxy-password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://proxy.example:1",
                "HTTPS://proxy.example:1",
                "socks5://proxy.example:1080",
                "socks://me:pw@x:1"
            })
    void proxy_ofAnotherProtocol_isAProblem(String proxy) {
        assertThat(TestConfig.shop().with("proxy", proxy).problem())
                .isEqualTo(SHOP
                        + "proxy: paybearer speaks to a proxy by http alone, whatever the endpoint's protocol; write it as"
                        + " host:port");
    }

    @Test
    void trustStore_withItsPassword_isOpened(@TempDir Path directory) throws IOException {
        TestConfig config = TestConfig.shop()
                .with("trust-store", TestTrustStore.write(directory, "changeit").toString())
                .with("trust-store-password", "changeit");

        assertThat(config.read().warnings()).isEmpty();
    }
}
