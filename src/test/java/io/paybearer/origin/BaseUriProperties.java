// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Nothing outside a base URI ever matches, whatever a URI is made of. */
class BaseUriProperties {

    private static final BaseUri BASE = BaseUri.of(URI.create("https://api.provider.example/v1/pay"));

    /** URIs put together of what attackers put them together of. */
    @Provide
    Arbitrary<String> uris() {
        Arbitrary<String> scheme = Arbitraries.of("https", "http", "HTTPS", "ftp", "javascript");
        Arbitrary<String> user = Arbitraries.of("", "", "", "api.provider.example@", "u:p@", "%40@");
        Arbitrary<String> host = Arbitraries.of(
                "api.provider.example",
                "API.Provider.Example",
                "evil.example",
                "api.provider.example.evil.example",
                "api.provider.example.",
                "xapi.provider.example",
                "127.0.0.1",
                "[::1]",
                "api.provider%2eexample");
        Arbitrary<String> port = Arbitraries.of("", "", ":443", ":80", ":8443", ":0", ":");
        Arbitrary<String> path = Arbitraries.of(
                        "/",
                        "//",
                        "v1",
                        "pay",
                        "payx",
                        "..",
                        ".",
                        "%2e%2e",
                        "%2E.",
                        "..;a=1",
                        "%252e%252e",
                        "%2f",
                        "%5c..",
                        "\\..",
                        "x",
                        "%00",
                        "?",
                        "#",
                        "é")
                .list()
                .ofMaxSize(9)
                .map(parts -> "/" + String.join("/", parts));
        Arbitrary<String> start = Arbitraries.of("", "/v1/pay");
        return Combinators.combine(scheme, user, host, port, start, path)
                .as((s, u, h, p, begin, rest) -> s + "://" + u + h + p + begin + rest);
    }

    @Property(tries = 5000)
    void covered_meansSameOriginAndBelowThePath_howeverAServerReadsIt(@ForAll("uris") String text) {
        URI uri = parsed(text);
        Assume.that(uri != null);
        if (BASE.covers(uri)) {
            assertThat(uri.getScheme().toLowerCase(Locale.ROOT)).isEqualTo("https");
            assertThat(uri.getHost().toLowerCase(Locale.ROOT)).isEqualTo("api.provider.example");
            assertThat(uri.getPort()).isIn(-1, 443);
            assertThat(uri.getRawUserInfo()).isNull();
            assertThat(resolved(uri.getRawPath())).matches("/v1/pay(/.*)?");
        }
    }

    @Property
    void pathsBelow_withoutTricks_areCovered(@ForAll("plainPaths") String path) {
        assertThat(BASE.covers(URI.create("https://api.provider.example/v1/pay" + path)))
                .isTrue();
        assertThat(BASE.covers(URI.create("https://evil.example/v1/pay" + path)))
                .isFalse();
        assertThat(BASE.covers(URI.create("https://api.provider.example/v1" + path)))
                .isFalse();
    }

    @Provide
    Arbitrary<String> plainPaths() {
        return Arbitraries.strings()
                .withCharRange('a', 'o')
                .ofMinLength(1)
                .ofMaxLength(5)
                .list()
                .ofMaxSize(4)
                .map(parts -> parts.isEmpty() ? "" : "/" + String.join("/", parts));
    }

    private static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException notAUri) {
            return null;
        }
    }

    /** The path as the most lenient server would read it: unescaped twice, backslashes turned, parameters dropped. */
    private static String resolved(String rawPath) {
        String path = rawPath;
        for (int i = 0; i < 2; i++) {
            path = path.replaceAll("(?i)%25", "%").replaceAll("(?i)%2e", ".").replaceAll("(?i)%2f|%5c", "/");
        }
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.replace('\\', '/').split("/")) {
            String name = segment.replaceFirst(";.*", "");
            if (name.equals("..")) {
                segments.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                segments.addLast(name);
            }
        }
        return "/" + String.join("/", segments);
    }
}
