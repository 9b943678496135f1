// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final List<List<String>> CREDENTIALS = List.of(
            List.of(),
            List.of(""),
            List.of("", ""),
            List.of("a", "b"),
            List.of("ab"),
            List.of("a", "b", ""),
            List.of("", "a", "b"),
            List.of("b", "a"),
            List.of("A", "b"),
            List.of("a:b"),
            List.of("a|b"),
            List.of("a,b"),
            List.of("a\u0000b"),
            List.of("a", "\u0000\u0000\u0000\u0001b"),
            List.of("a\u0000\u0000\u0000\u0001b"),
            List.of("null"),
            List.of("é"),
            List.of("e\u0301"));

    @Test
    void fingerprints_ofDifferentCredentials_neverCollide() {
        Set<String> keys = new HashSet<>();
        CREDENTIALS.forEach(parts -> assertThat(keys.add(TokenKeepers.fingerprint("acme", parts)))
                .as("%s", parts)
                .isTrue());
    }

    @Test
    void fingerprints_ofDifferentProviders_neverCollide() {
        assertThat(TokenKeepers.fingerprint("acme", List.of("a")))
                .isNotEqualTo(TokenKeepers.fingerprint("acme-eu", List.of("a")));
    }

    @Test
    void fingerprint_ofTheSameCredential_isTheSame() {
        assertThat(TokenKeepers.fingerprint("acme", List.of("a", "b")))
                .isEqualTo(TokenKeepers.fingerprint("acme", List.of("a", "b")));
    }

    @Test
    void fingerprint_anyCredential_showsTheProviderAndNoPart() {
        assertThat(TokenKeepers.fingerprint("acme", List.of("merchant-7", "the-secret")))
                .matches("acme:[0-9a-f]{64}")
                .doesNotContain("merchant-7", "the-secret");
    }

    @Test
    void fingerprint_knownCredential_hasTheKnownValue() {
        // printf '\0\0\0\1a\0\0\0\1b' | sha256sum
        assertThat(TokenKeepers.fingerprint("acme", List.of("a", "b")))
                .isEqualTo("acme:16275ef0f5d0eb9dd9e0a53277549fda5c886358a6872df23c797b13e11455bc");
    }
}
