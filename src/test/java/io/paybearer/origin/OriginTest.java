// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.example, https://api.example",
        "HTTPS://API.Example:443/Path?q#f, https://api.example",
        "http://api.example:80, http://api.example",
        "http://api.example:443, http://api.example:443",
        "https://api.example:/x, https://api.example",
        "https://[2001:DB8::1]:8443/, https://[2001:db8::1]:8443",
        "https://[2001:0db8:0:0:0:0:0:1], https://[2001:db8::1]",
        "https://[0:0:0:0:0:0:0:0], https://[::]",
        "https://[1:0:0:2:0:0:0:3], https://[1:0:0:2::3]",
        "https://[1:0:2:0:3:0:4:0], https://[1:0:2:0:3:0:4:0]",
        "https://[1::], https://[1::]",
        "https://[1:0:0:2:0:0:3:4], https://[1::2:0:0:3:4]",
        "https://api.example:65535, https://api.example:65535",
        "https://xn--mller-kva.example, https://xn--mller-kva.example",
        "https://api.example.:443/, https://api.example.",
    })
    void uri_withAHost_hasTheOrigin(URI uri, String origin) {
        assertThat(Origin.of(uri)).hasToString(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/path",
                "//api.example/path",
                "ftp://api.example",
                "https:///path",
                "https:api.example",
                "mailto:a@api.example",
                "https://user@api.example",
                "https://user:pw@api.example",
                "https://@api.example",
                "https://api.example@evil.example",
                "https://api.example:99999",
                "https://api.example:65536",
                "https://müller.example",
                "https://müller.example:99999",
                "https://müller.example:+443",
                "https://müller.example:x",
                "https://user@müller.example",
                "https://api.example%2f.evil.example",
                "https://api_1.example",
                "https://api.example..",
                "https://stra\u00dfe.example",
                "https://a\u200db.example",
                "https://api.example\uff0fevil.example",
            })
    void uri_withoutAPlainHost_hasNone(String uri) {
        assertThat(Origin.of(URI.create(uri))).isNull();
    }

    @Test
    void port_inAnotherScript_isNone() {
        assertThat(Origin.of(URI.create("https://müller.example:\u0664\u0664\u0663")))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, true",
        "http://LOCALHOST, true",
        "http://127.0.0.1, true",
        "http://127.255.1.9:1, true",
        "http://[::1]:8080, true",
        "http://[0:0:0:0:0:0:0:1], true",
        "http://127.0.0.256, false",
        "http://128.0.0.1, false",
        "http://127.0.0.1.evil.example, false",
        "http://localhost.evil.example, false",
        "http://[::2], false",
        "http://10.0.0.1, false",
    })
    void origin_ofThisMachine_isLoopbackByNameAlone(URI uri, boolean loopback) {
        Origin origin = Origin.of(uri);

        assertThat(origin).isNotNull();
        assertThat(origin.loopback()).isEqualTo(loopback);
        assertThat(origin.exposed()).isEqualTo(!loopback);
    }

    @Test
    void https_isNeverExposed() {
        assertThat(new Origin("https", "api.example", 443).exposed()).isFalse();
    }
}
