// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    @ValueSource(
            strings = {
                "proxy.example",
                "proxy.example:99999",
                "me:pw@proxy.example:1",
                ":8080"
            })
    void proxy_thatIsNoHostAndPort_isAProblem(String proxy) {
        assertThat(TestConfig.shop().with("proxy", proxy).problem())
                .isEqualTo(SHOP
                        + "proxy: it is not of the form host:port; a user and a password have the keys "
                        + SHOP + "proxy-user and " + SHOP + "proxy-password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://proxy.example:1", "socks5://proxy.example:1080", "socks://proxy.example"})
    void proxy_ofAnotherProtocol_isAProblem(String proxy) {
        assertThat(TestConfig.shop().with("proxy", proxy).problem())
                .isEqualTo(SHOP + "proxy: paybearer speaks to a proxy by http alone, whatever the endpoint's protocol; write it as"
                        + " host:port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://proxy.example:3128", "http://proxy.example:3128/", "proxy.example:3128", "[::1]:3128"})
    void proxy_withOrWithoutItsProtocol_isAccepted(String proxy) {
        assertThat(TestConfig.shop().with("proxy", proxy).account().endpoint().proxy()).isPresent();
    }

    @Test
    void trustStore_withItsPassword_isOpened(@TempDir Path directory) throws IOException {
        TestConfig config = TestConfig.shop()
                .with("trust-store", TestTrustStore.write(directory, "changeit").toString())
                .with("trust-store-password", "changeit");

        assertThat(config.read().warnings()).isEmpty();
    }

    @Test
    void trustStore_thatTrustsNobody_isAProblem(@TempDir Path directory) throws IOException {
        Path encrypted = TestTrustStore.write(directory, "changeit");
        Path empty = TestTrustStore.writeEmpty(directory, "changeit");

        for (Path store : List.of(encrypted, empty)) {
            assertThat(TestConfig.shop().with("trust-store", store.toString()).problem())
                    .startsWith(SHOP + "trust-store: " + store
                            + " cannot be used: it holds no trusted certificate that can be read with this password")
                    .endsWith(
                            "; it must be a PEM file with certificates, or a PKCS#12 or JKS file with trusted certificates, opened by "
                                    + SHOP + "trust-store-password");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'' | it is empty",
        "hello | it is not a store",
        "-----BEGIN PRIVATE KEY----- | it is a PEM file with a private key that cannot be used here",
        "-----BEGIN PUBLIC KEY----- | it is a PEM file without a certificate",
        "-----BEGIN CERTIFICATE----- | it is a PEM file with a certificate that cannot be used here",
    })
    void trustStore_thatIsNone_saysWhatItIs(String content, String reason, @TempDir Path directory) throws IOException {
        Path store = Files.writeString(directory.resolve("store"), content + "\n");

        assertThat(TestConfig.shop().with("trust-store", store.toString()).problem())
                .startsWith(SHOP + "trust-store: " + store + " cannot be used: " + reason);
    }

    @Test
    void trustStore_withAWrongPassword_saysSo(@TempDir Path directory) throws IOException {
        Path store = TestTrustStore.write(directory, "changeit");

        assertThat(TestConfig.shop()
                        .with("trust-store", store.toString())
                        .with("trust-store-password", "another")
                        .problem())
                .startsWith(SHOP + "trust-store: " + store + " cannot be used: its password is missing or wrong");
    }

    @Test
    void ownProvider_thatNobodyLists_isNamedWithTheFileToListItIn() {
        assertThat(TestConfig.shop().with("provider", "acme").problem())
                .endsWith("or list the class of your own in META-INF/services/io.paybearer.spi.TokenIssuerProvider");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "\u00EF\u00BB\u00BF"})
    void byteOrderMark_thatHidesTheFirstKey_isAProblem(String mark) {
        assertThat(TestConfig.shop().property(mark + "paybearer.account.shop.warm-up", "true").problem())
                .startsWith(SHOP + "warm-up: nothing reads it, since a byte order mark stands before it");
    }

    @Test
    void quotesAroundAValue_areAWarning_orSaidWithTheProblem() {
        assertThat(TestConfig.shop().with("merchant-code", "\"250111206876\"").read().warnings())
                .containsExactly(SHOP + "merchant-code: its value is in quotation marks, which count as a part of it; remove them");
        assertThat(TestConfig.shop().with("base-uri", "'https://api.example.com'").problem())
                .startsWith(SHOP + "base-uri: ")
                .endsWith("; its value is in quotation marks, which count as a part of it; remove them");
    }

    @Test
    void restClients_nameThatIsNearlyAConfiguredOne_isAWarning() {
        assertThat(TestConfig.shop()
                        .property("orders/mp-rest/url", "https://api.example.com")
                        .property("quarkus.rest-client.\"com.acme.Payments\".url", "https://api.example.com")
                        .with("rest-clients", "oders,com.acme.Payment,elsewhere")
                        .read()
                        .warnings())
                .containsExactly(
                        SHOP + "rest-clients: no key of the configuration is for a Rest Client 'oders'; did you mean 'orders'?",
                        SHOP + "rest-clients: no key of the configuration is for a Rest Client 'com.acme.Payment'; did you mean"
                                + " 'com.acme.Payments'?");
    }

    @Test
    void librariesThatAreMissing_areNamed() {
        Problems problems = new Problems();
        ClassLoader bare = ClassLoader.getPlatformClassLoader();

        assertThatThrownBy(() -> Libraries.check(bare, problems))
                .hasMessageContaining("the class path: org.bitbucket.b_c:jose4j is missing");
        Problems withJose4j = new Problems();
        Libraries.check(
                new ClassLoader(bare) {
                    @Override
                    protected Class<?> findClass(String name) throws ClassNotFoundException {
                        if (name.startsWith("org.jose4j.")) {
                            return Object.class;
                        }
                        throw new ClassNotFoundException(name);
                    }
                },
                withJose4j);
        assertThat(withJose4j.warnings()).singleElement().asString().contains("org.slf4j:slf4j-api is missing");
    }
}
