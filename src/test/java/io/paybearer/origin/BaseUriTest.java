// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUriTest {

    private static boolean covers(String base, String request) {
        return BaseUri.of(URI.create(base)).covers(URI.create(request));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example",
                "https://API.EXAMPLE/",
                "HTTPS://api.example:443/v1/orders",
                "https://api.example:/x",
                "https://api.example?q=1#f",
            })
    void request_toTheSameOrigin_isCoveredByABaseWithoutPath(String request) {
        assertThat(covers("https://api.example", request)).isTrue();
        assertThat(covers("https://api.example:443/", request)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example/",
                "http://api.example:443/",
                "https://api.example:8443/",
                "https://sub.api.example/",
                "https://api.example.evil.example/",
                "https://api.example./",
                "https://api.example@evil.example/",
                "https://user@api.example/",
                "https://@api.example/",
                "https://evil.example/https://api.example",
                "https://evil.example?https://api.example",
                "https://evil.example#@api.example",
                "https://api.example%2f.evil.example/",
                "https://api.example%40evil.example/",
                "https://аpi.example/",
                "https://\uFF41pi.example/",
                "https://api\u3002example/",
                "https://\u24D0pi.example/",
                "https://a\u00ADpi.example/",
                "https://api.example/../x",
                "https://api.example/..%3f/x",
                "ws://api.example/",
                "/v1",
                "//api.example/v1",
                "https:///v1",
            })
    void request_toAnotherOrigin_isNotCovered(String request) {
        assertThat(covers("https://api.example", request)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://müller.example/v1, https://xn--mller-kva.example/v1/x, true",
        "https://müller.example/v1, https://müller.example/v1/x, true",
        "https://müller.example/v1, https://müller.example:443/v1/x, true",
        "https://müller.example/v1, https://müller.example:8443/v1/x, false",
        "https://müller.example/v1, https://MÜLLER.example/v1/x, false",
        "https://xn--mller-kva.example/v1, https://müller.example/v1/x, false",
        "https://[2001:db8:0:0:0:0:0:1]/v1, https://[2001:db8::1]/v1, true",
        "https://[2001:db8::1], https://[2001:0DB8::0:0001]/x, true",
        "https://[::ffff:1.2.3.4], https://[::FFFF:102:304]/x, true",
        "https://[::ffff:1.2.3.4], https://1.2.3.4/x, false",
        "https://[2001:db8::1], https://[2001:db8::2]/x, false",
        "https://api.example/caf%c3%a9, https://api.example/caf%C3%A9/x, true",
        "https://api.example/%7Eshop, https://api.example/~shop/x, true",
        "https://api.example/~shop, https://api.example/%7eshop, true",
        "https://api.example/a%2fb, https://api.example/a%2Fb/x, true",
        "https://api.example/a%2fb, https://api.example/a/b/x, false",
        "https://xn--mller-kva.example, https://muller.example, false",
        "https://[2001:db8::1]/v1, https://[2001:DB8::1]:443/v1, true",
        "https://api.example., https://api.example./x, true",
        "http://localhost:8080, http://localhost:8080/x, true",
        "http://localhost:8080, http://localhost/x, false",
    })
    void host_inAnotherSpelling_isTheSameOrNot(String base, String request, boolean covered) {
        assertThat(covers(base, request)).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({
        "https://MÜLLER.example:443/é/v1/, https://xn--mller-kva.example/%C3%A9/v1/",
        "https://müller.example:65535/v1, https://xn--mller-kva.example:65535/v1",
        "https://müller.example:8090, https://xn--mller-kva.example:8090",
        "HTTPS://API.example, https://api.example",
        "http://api.example:8080/v1, http://api.example:8080/v1",
    })
    void uri_isGivenInAsciiForm(String configured, URI uri) {
        BaseUri base = BaseUri.of(URI.create(configured));

        assertThat(base.uri()).isEqualTo(uri);
        assertThat(base).hasToString(uri.toString());
        assertThat(base.covers(URI.create(uri + "/x"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "api.example",
                "ftp://api.example",
                "https://user:pw@api.example",
                "https://api.example?x=1",
                "https://api.example/v1?",
                "https://api.example#f",
                "https://api.example/v1/../v2",
                "https://api.example/v1/%2e%2e/v2",
                "https://api.example/./v1",
            })
    void base_thatLeavesDoubt_isRefused(String configured) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseUri.of(URI.create(configured)))
                .withMessageStartingWith("it")
                .withMessageNotContaining("pw");
    }

    @Test
    void bases_thatCoverTheSame_areEqual() {
        BaseUri base = BaseUri.of(URI.create("https://api.example/v1"));

        assertThat(base)
                .isEqualTo(BaseUri.of(URI.create("https://API.example:443/v1/")))
                .hasSameHashCodeAs(BaseUri.of(URI.create("https://API.example:443/v1/")))
                .isNotEqualTo(BaseUri.of(URI.create("http://api.example/v1")))
                .isNotEqualTo(BaseUri.of(URI.create("https://api.example/v2")));
    }

    @ParameterizedTest
    @CsvSource({
        "https://api_1.example, its host contains an underscore",
        "https://_api.example, its host contains an underscore",
        "https://stra\u00dfe.example, its host contains characters that HTTP clients read in different ways",
        "https:///v1, it must be an absolute http(s) URI",
    })
    void refusal_saysWhatIsWrongWithTheHost(String configured, String begin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseUri.of(URI.create(configured)))
                .withMessageStartingWith(begin);
    }
}
