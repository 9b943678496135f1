// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathPrefixTest {

    private static final PathPrefix API = PathPrefix.of("/api/v1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1",
                "/api/v1/",
                "/api/v1/orders",
                "/api/v1//orders",
                "/api/v1/a.b/..c/d../...",
                "/api/v1/.well-known/x",
                "/api/v1/orders;v=1.2/lines",
                "/api/v1/caf%C3%A9/%20/100%25",
                "/api/v1/a%2Fb",
                "/%61pi/v1",
                "/api/%76%31/%7Ex",
            })
    void path_underThePrefix_isCovered(String path) {
        assertThat(API.covers(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/api",
                "/api/v10",
                "/api/v1x",
                "/api/v1;x=1",
                "/api/v1%2forders",
                "/API/v1",
                "/api//v1",
                "//api/v1",
                "/other/api/v1",
            })
    void path_besideThePrefix_isNotCovered(String path) {
        assertThat(API.covers(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/..",
                "/api/v1/../admin",
                "/api/v1/./x",
                "/api/v1/x/../../../admin",
                "/api/v1/%2e%2e/admin",
                "/api/v1/%2E./admin",
                "/api/v1/.%2e/admin",
                "/api/v1/%252e%252e/admin",
                "/api/v1/%25252E%25252E/admin",
                "/api/v1/x%2f..%2f..%2fadmin",
                "/api/v1/x%252f..%252fadmin",
                "/api/v1/..%5cadmin",
                "/api/v1/x%5C..%5Cadmin",
                "/api/v1/..;/admin",
                "/api/v1/..;x=1/admin",
                "/api/v1/%2e%2e;x/admin",
                "/api/v1/..%3b/admin",
                "/api/v1/x;a=/../admin",
                "/api/v1/..%20/admin",
                "/api/v1/..%00/admin",
                "/api/v1/..%0d/admin",
                "/api/v1/%c0%ae%c0%ae/admin",
                "/api/v1/%e0%80%ae%e0%80%ae/admin",
                "/api/v1/%f0%80%80%ae./admin",
                "/api/v1/%c0%2e%c0%2e/admin",
                "/api/v1/%25c0%25ae./admin",
                "/api/v1/..%3f/admin",
                "/api/v1/..%23/admin",
                "/api/v1/..%3fx",
                "/api/v1/..%c2%a0/admin",
                "/api/v1/%e2%80%8b../admin",
                "/api/v1/.%cd%8f./admin",
                "/api/v1/%ef%bc%8e%ef%bc%8e/admin",
                "/api/v1/\uFF0E\uFF0E/admin",
                "/api/v1/%e2%80%a5/admin",
                "/api/v1/%e3%80%82%e3%80%82/admin",
                "/api/v1/x%ef%bc%8f..%ef%bc%8fadmin",
                "/api/v1/x%e2%88%95..",
                "/api/v1/%25u002e%25u002e/admin",
                "/api/v1/..%09/admin",
                "/api/v1/..%c2%85/admin",
                "/api/v1/..%f3%a0%84%80/admin",
                "/api/v1/%32%65%32%65/../x",
                "/api/v1/%25%32%65%25%32%65/admin",
                "/api/v1/x%c1%9c..",
            })
    void path_thatSomeServerReadsAsLeadingOut_isNotCovered(String path) {
        assertThat(API.covers(path)).isFalse();
    }

    @Test
    void backslash_thatAParserLetThrough_isNoPartOfAPrefix() {
        assertThat(API.covers("/api/v1\\..\\admin")).isFalse();
        assertThat(API.covers("/api/v1/x\\..\\admin")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//"})
    void prefix_ofSlashesAlone_coversEverything(String prefix) {
        assertThat(PathPrefix.of(prefix).covers("")).isTrue();
        assertThat(PathPrefix.of(prefix).covers("/x/.y/z..")).isTrue();
        assertThat(PathPrefix.of(prefix).covers("/x/../y")).isFalse();
    }

    @Test
    void prefix_withASlashAtItsEnd_isTheSameAsWithout() {
        assertThat(PathPrefix.of("/api/v1/")).isEqualTo(API);
    }

    @Test
    void escape_ofAnUnreservedCharacter_isThatCharacter_andNoOther() {
        String unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
        for (char c = 0; c < 256; c++) {
            String escape = "%%%02X".formatted((int) c);
            assertThat(PathPrefix.normalised(escape))
                    .isEqualTo(unreserved.indexOf(c) >= 0 ? String.valueOf(c) : escape);
            assertThat(PathPrefix.normalised("/" + escape.toLowerCase(Locale.ROOT) + "/x%41"))
                    .isEqualTo("/" + PathPrefix.normalised(escape) + "/xA");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/%", "/api/v1/%4", "/api/v1/%u", "/api/v1/%u00", "/api/v1/%zz"})
    void whatOnlyBeginsLikeAnEscape_isPartOfThePath(String path) {
        assertThat(API.covers(path)).isTrue();
        assertThat(PathPrefix.normalised(path)).isEqualToIgnoringCase(path);
    }

    @Test
    void escapes_escapedSevenTimes_areFollowed_andNoDeeper() {
        assertThat(API.covers("/api/v1/%" + "25".repeat(6) + "61")).isTrue();
        assertThat(API.covers("/api/v1/%" + "25".repeat(7) + "61")).isFalse();
    }
}
