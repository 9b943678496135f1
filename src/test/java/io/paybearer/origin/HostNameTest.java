// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hosts in ASCII are host names: those that the JDK's IDNA takes, whose tables are not loaded for them. */
class HostNameTest {

    private static final String LONGEST_LABEL = "a".repeat(63);

    @Property
    void hostInAscii_isAHostName_ifIdnaTakesIt(@ForAll("hosts") String host) {
        assertThat(new Authority(host, -1).isHostName()).as(host).isEqualTo(idnaTakes(host));
    }

    @Provide
    Arbitrary<String> hosts() {
        Arbitrary<String> label = Arbitraries.oneOf(
                Arbitraries.strings().withChars("aZ09-").ofMaxLength(4),
                Arbitraries.strings().ascii().ofMaxLength(3),
                Arbitraries.of("xn--bcher-kva", LONGEST_LABEL, LONGEST_LABEL + "a", "", "-"));
        return label.list().ofMinSize(1).ofMaxSize(4).map(labels -> String.join(".", labels));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a.b",
                "a.b.",
                "A-1.b",
                "xn--bcher-kva.example",
                "127.0.0.1",
                "a.",
                "..",
                "a..b",
                ".a",
                "-a",
                "a-",
                "a_b",
                "a..",
                " "
            })
    void hosts_thatAreNearTheEdge_areTakenAsIdnaDoes(String host) {
        assertThat(new Authority(host, -1).isHostName()).isEqualTo(idnaTakes(host));
    }

    /** The root alone is a name to the JDK; no API is there. */
    private static boolean idnaTakes(String host) {
        try {
            return !host.isEmpty()
                    && !host.equals(".")
                    && IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).equals(host);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
