// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.origin.BaseUri;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUriKeyTest {

    private static final String KEY = "paybearer.account.shop.base-uri: ";

    private static List<String> bases(TestConfig config) {
        return config.account().baseUris().stream().map(BaseUri::toString).toList();
    }

    @Test
    void baseUri_missing_isTheProvidersOwn() {
        assertThat(bases(TestConfig.shop())).containsExactly("https://secure.2checkout.com");
    }

    @Test
    void baseUri_ofSeveral_areAllRead() {
        assertThat(bases(TestConfig.shop().with("base-uri", "https://a.example/v1, https://B.example:443")))
                .containsExactly("https://a.example/v1", "https://b.example");
    }

    @Test
    void baseUri_missingWhereTheProviderHasNone_isAProblem() {
        assertThat(TestConfig.empty().with("provider", "paymentsgate").problems())
                .contains(KEY + "it is missing; set it to the absolute URI of the provider's API");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.example", "/v1", "ftp://api.example", "https:///v1", "https://a.example:99999"})
    void baseUri_thatIsNoneOfHttp_isAProblemThatShowsIt(String uri) {
        assertThat(TestConfig.shop().with("base-uri", uri).problem())
                .isEqualTo(KEY + "'" + uri
                        + "' cannot be used: it must be an absolute http(s) URI with a host, without user"
                        + " name, such as https://api.example.com/v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://payments_gate:8080", "https://_a.example/v1", "https://a_.example"})
    void baseUri_withAnUnderscoreInItsHost_isAProblemThatSaysSo(String uri) {
        assertThat(TestConfig.shop().with("base-uri", uri).problem())
                .isEqualTo(KEY + "'" + uri
                        + "' cannot be used: its host contains an underscore, which a host name must not have (RFC 1123);"
                        + " use another name of the host, or its IP address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://\uFF41pi.example",
                "https://api\u3002example",
                "https://\u24D0pi.example",
                "https://a\u00ADpi.example",
                "https://stra\u00dfe.example"
            })
    void baseUri_withAHostThatLooksLikeAnother_isAProblem(String uri) {
        assertThat(TestConfig.shop().with("base-uri", uri).problem())
                .endsWith(
                        "its host contains characters that HTTP clients read in different ways; write the host in ASCII");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", " , ,", ",,"})
    void baseUri_ofEmptyItemsAlone_isAProblem(String text) {
        assertThat(TestConfig.shop().with("base-uri", text).problem())
                .isEqualTo(KEY + "it names no URI; name one, or remove the key");
    }

    @Test
    void baseUri_thatIsNotAUri_isAProblemWithTheReason() {
        assertThat(TestConfig.shop().with("base-uri", "https://a.example/v 1").problem())
                .isEqualTo(KEY + "'https://a.example/v 1' is not a URI: Illegal character in path");
    }

    @Test
    void baseUri_withAQuery_isAProblem() {
        assertThat(TestConfig.shop()
                        .with("base-uri", "https://a.example/v1?x=1")
                        .problem())
                .isEqualTo(KEY + "'https://a.example/v1…' cannot be used: it must have neither query nor fragment");
    }

    @Test
    void http_toAnotherMachine_isAProblem() {
        assertThat(TestConfig.shop().with("base-uri", "http://api.example/v1").problem())
                .isEqualTo(KEY + "credentials would go to http://api.example unencrypted; use https, or set"
                        + " paybearer.account.shop.allow-http=true for a network that you trust");
    }

    @Test
    void http_toAnotherMachineIfAllowed_isAWarning() {
        TestConfig config =
                TestConfig.shop().with("base-uri", "http://api.example").with("allow-http", "true");

        assertThat(config.read().warnings())
                .containsExactly(KEY + "credentials go to http://api.example unencrypted, because"
                        + " paybearer.account.shop.allow-http=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1", "http://[::1]:1"})
    void http_toThisMachine_isAllowed(String uri) {
        assertThat(TestConfig.shop().with("base-uri", uri).read().warnings()).isEmpty();
    }

    @Test
    void tokenUri_overHttp_isAProblemOfThatKey() {
        assertThat(TestConfig.empty()
                        .with("provider", "borderless")
                        .with("issuer-id", "I")
                        .with("secret-key", "K")
                        .with("token-uri", "http://api.example/authentication")
                        .problem())
                .startsWith("paybearer.account.shop.token-uri: credentials would go to http://api.example unencrypted");
    }
}
