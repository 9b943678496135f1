// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.keys.AesKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JweSealerTest {

    private static final String PLACE = "paymentsgate:0123";
    private static final String RECORD = "{\"v\":1,\"t\":\"a token nobody may read\"}";

    private final Map<String, Secret> ring = new LinkedHashMap<>(Map.of("one", key(1)));
    private final JweSealer sealer = new JweSealer(() -> ring);

    static Secret key(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return Secret.of(Base64.getEncoder().encodeToString(bytes));
    }

    private static JweSealer with(String name, Secret key) {
        return new JweSealer(() -> Map.of(name, key));
    }

    @Test
    void record_isOpenedWithTheKeyThatSealedIt() {
        assertThat(sealer.open(PLACE, sealer.seal(PLACE, RECORD))).contains(RECORD);
    }

    @Test
    void sealedRecord_showsNothingButItsHeader() {
        String sealed = sealer.seal(PLACE, RECORD);
        String[] parts = sealed.split("\\.", -1);

        assertThat(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8))
                .isEqualTo("{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"kid\":\"one\",\"b\":\"paymentsgate:0123\"}");
        for (String part : parts) {
            assertThat(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.ISO_8859_1))
                    .doesNotContain("token");
        }
        assertThat(sealer.seal(PLACE, RECORD)).isNotEqualTo(sealed);
    }

    @Test
    void record_ofAnotherPlace_isAMiss() {
        assertThat(sealer.open("paymentsgate:0124", sealer.seal(PLACE, RECORD))).isEmpty();
    }

    @Test
    void record_sealedWithAnotherKeyOfTheSameName_isAMiss() {
        assertThat(with("one", key(2)).open(PLACE, sealer.seal(PLACE, RECORD))).isEmpty();
    }

    @Test
    void record_sealedWithAKeyThatIsUnknown_isAMiss() {
        assertThat(with("two", key(1)).open(PLACE, sealer.seal(PLACE, RECORD))).isEmpty();
    }

    @Test
    void rotatedRing_opensWhatTheOldKeySealed_andSealsWithTheNew() {
        String old = sealer.seal(PLACE, RECORD);
        Map<String, Secret> rotated = new LinkedHashMap<>();
        rotated.put("two", key(2));
        rotated.put("one", key(1));
        JweSealer after = new JweSealer(() -> rotated);

        assertThat(after.open(PLACE, old)).contains(RECORD);
        assertThat(with("two", key(2)).open(PLACE, after.seal(PLACE, RECORD))).contains(RECORD);
    }

    @Test
    void tamperedRecord_isAMiss() {
        String sealed = sealer.seal(PLACE, RECORD);
        for (int at = 0; at < sealed.length(); at++) {
            char other = sealed.charAt(at) == 'A' ? 'Q' : 'A';
            if (sealed.charAt(at) != '.') {
                assertThat(sealer.open(PLACE, sealed.substring(0, at) + other + sealed.substring(at + 1)))
                        .as("character %s", at)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "....",
                "garbage",
                "e30....",
                "eyJhbGciOiJub25lIn0..",
                "eyJhbGciOiJub25lIn0.e30.",
                "{\"v\":1,\"t\":\"plain\",\"i\":1,\"l\":3600000}"
            })
    void garbledRecord_isAMiss(String sealed) {
        assertThat(sealer.open(PLACE, sealed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dir A128CBC-HS256", "A256KW A256GCM", "A256GCMKW A256GCM"})
    void record_sealedInAnotherWay_isAMiss(String algorithms) throws JoseException {
        JsonWebEncryption jwe = new JsonWebEncryption();
        jwe.setAlgorithmHeaderValue(algorithms.split(" ")[0]);
        jwe.setEncryptionMethodHeaderParameter(algorithms.split(" ")[1]);
        jwe.setKeyIdHeaderValue("one");
        jwe.setHeader("b", PLACE);
        jwe.setKey(new AesKey(Base64.getDecoder().decode(key(1).reveal())));
        jwe.setPayload(RECORD);

        assertThat(sealer.open(PLACE, jwe.getCompactSerialization())).isEmpty();
    }
}
