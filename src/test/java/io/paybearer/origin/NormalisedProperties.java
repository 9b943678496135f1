// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** URIs that RFC 3986, section 6.2.2 calls equal are one, and others are not. */
class NormalisedProperties {

    /** Segments in several spellings each. */
    private static final List<List<String>> SEGMENTS = List.of(
            List.of("v1", "%76%31", "v%31"),
            List.of("~a", "%7Ea", "%7e%61"),
            List.of("caf%C3%A9", "caf%c3%a9", "%63af%C3%a9"),
            List.of("a%2Fb", "a%2fb", "%61%2fb"),
            List.of("a%20b", "%61%20%62"),
            List.of("x.y", "x%2Ey", "x%2ey"),
            List.of("100%25", "%31%30%30%25"));

    @Provide
    Arbitrary<List<int[]>> path() {
        return Arbitraries.integers()
                .between(0, SEGMENTS.size() - 1)
                .tuple3()
                .map(t -> new int[] {t.get1(), t.get2(), t.get3()})
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static String spelled(List<int[]> path, int which) {
        StringBuilder text = new StringBuilder();
        for (int[] segment : path) {
            List<String> spellings = SEGMENTS.get(segment[0]);
            text.append('/').append(spellings.get(segment[which] % spellings.size()));
        }
        return text.toString();
    }

    private static List<Integer> meaning(List<int[]> path) {
        return path.stream().map(segment -> segment[0]).toList();
    }

    @Property
    void base_coversARequest_ifItsSegmentsBeginTheRequestsInAnySpelling(
            @ForAll("path") List<int[]> configured, @ForAll("path") List<int[]> requested, @ForAll boolean longer) {
        List<int[]> request = new ArrayList<>(longer ? configured : List.of());
        request.addAll(requested);
        BaseUri base = BaseUri.of(URI.create("https://h.example" + spelled(configured, 1)));
        URI uri = URI.create("https://h.example" + spelled(request, 2));
        boolean below = meaning(request).size() >= configured.size()
                && meaning(request).subList(0, configured.size()).equals(meaning(configured));

        assertThat(base.covers(uri)).isEqualTo(below);
        assertThat(UriIndex.of(Map.of("a", List.of(base))).find(uri)).hasSize(below ? 1 : 0);
    }

    @Property
    void ipv6_inAnySpelling_isTheSameHost(
            @ForAll("groups") List<Integer> groups, @ForAll boolean upper, @ForAll boolean padded)
            throws UnknownHostException {
        StringBuilder text = new StringBuilder();
        groups.forEach(group -> text.append(':').append(String.format(padded ? "%04x" : "%x", group)));
        String spelling = "[" + (upper ? text.substring(1).toUpperCase(Locale.ROOT) : text.substring(1)) + "]";
        String canonical = Ipv6.canonical(spelling);

        assertThat(InetAddress.getByName(canonical)).isEqualTo(InetAddress.getByName(spelling));
        assertThat(canonical).isEqualTo(Ipv6.canonical(canonical)).doesNotContain(":::");
        assertThat(BaseUri.of(URI.create("https://" + spelling)).covers(URI.create("https://" + canonical + "/x")))
                .isTrue();
    }

    @Provide
    Arbitrary<List<Integer>> groups() {
        return Arbitraries.oneOf(
                        Arbitraries.just(0),
                        Arbitraries.just(0xffff),
                        Arbitraries.integers().between(0, 0xffff))
                .list()
                .ofSize(8);
    }

    @Property
    void segmentOfDots_escapedAnyNumberOfTimes_isRefused(
            @ForAll("dots") List<String> parts, @ForAll("followed") String rest) {
        String segment = String.join("", parts);
        BaseUri origin = BaseUri.of(URI.create("https://h.example"));

        assertThat(origin.covers(URI.create("https://h.example/x/" + segment + rest)))
                .isFalse();
    }

    @Provide
    Arbitrary<List<String>> dots() {
        return Arbitraries.of(
                        ".",
                        "%2e",
                        "%2E",
                        "%252e",
                        "%25252E",
                        "%ef%bc%8e",
                        "\uFF0E",
                        "%e2%80%a4",
                        "%c0%ae",
                        "%e0%80%ae",
                        "%25u002e",
                        "%e3%80%82")
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
    }

    @Provide
    Arbitrary<String> followed() {
        return Arbitraries.of(
                "",
                "/",
                "/admin",
                "%2fadmin",
                "%5cadmin",
                ";a=b/c",
                "%3fq",
                "%23f",
                "%20",
                "%c2%a0/",
                "%00",
                "%e2%80%8b");
    }
}
