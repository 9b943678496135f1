// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.Secret;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody who reads the engine learns from the name of an entry. */
class EntryNamesTest {

    private static final String CREDENTIAL = "acme:0123456789abcdef";

    @Test
    void name_isThatOfAnIndependentImplementation() {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) i;
        }

        // openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt hexkey:000102…1f -kdfopt mode:EXPAND_ONLY \
        //   -kdfopt "info:paybearer entry names 2" HKDF
        // printf acme:0123456789abcdef | openssl dgst -sha256 -mac HMAC -macopt hexkey:<the key that this makes>
        assertThat(EntryNames.name(Secret.of(Base64.getEncoder().encodeToString(key)), CREDENTIAL))
                .isEqualTo("acme:2:3e0da900a06163835ce52f89564404de7e79d53a2f482014a222eb08d8149d45");
    }

    /** So nobody who does not have the key can try out what the credential is, however few there are to try. */
    @Test
    void name_underAnotherKey_isAnother() {
        String name = EntryNames.name(JweSealerTest.key(1), CREDENTIAL);

        assertThat(EntryNames.name(JweSealerTest.key(1), CREDENTIAL)).isEqualTo(name);
        assertThat(EntryNames.name(JweSealerTest.key(2), CREDENTIAL)).isNotEqualTo(name);
    }

    @Test
    void name_ofAnotherCredential_isAnother_underTheSameKey() {
        assertThat(EntryNames.name(JweSealerTest.key(1), "acme:0123456789abcdee"))
                .isNotEqualTo(EntryNames.name(JweSealerTest.key(1), CREDENTIAL));
    }

    @Test
    void name_ofTheSameDigest_forAnotherProvider_isAnother() {
        assertThat(EntryNames.name(JweSealerTest.key(1), "acme-eu:0123456789abcdef")
                        .substring("acme-eu:2:".length()))
                .isNotEqualTo(EntryNames.name(JweSealerTest.key(1), CREDENTIAL).substring("acme:2:".length()));
    }

    /** Names of keys, which anybody may read in an entry, are no part of the name. */
    @Test
    void names_areUnderEachKeyInItsOrder_whateverTheKeysAreCalled() {
        Map<String, Secret> ring = new LinkedHashMap<>();
        ring.put("two", JweSealerTest.key(2));
        ring.put("one", JweSealerTest.key(1));
        Map<String, Secret> renamed = new LinkedHashMap<>();
        renamed.put("b", JweSealerTest.key(2));
        renamed.put("a", JweSealerTest.key(1));

        assertThat(new JweSealer(() -> ring).names(CREDENTIAL))
                .containsExactly(
                        EntryNames.name(JweSealerTest.key(2), CREDENTIAL),
                        EntryNames.name(JweSealerTest.key(1), CREDENTIAL))
                .isEqualTo(new JweSealer(() -> renamed).names(CREDENTIAL));
    }
}
