// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.Secret;
import io.paybearer.harness.TestTime;
import io.paybearer.spi.IssuedToken;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRecordTest {

    private final TestTime time = new TestTime();

    private @Nullable HeldToken read(String record) {
        return StoredEntry.read("1||" + record, time).token();
    }

    private void assertComesBack(IssuedToken token) {
        long sent = time.millis() - 123_456;

        assertThat(read(StoredEntry.record(token, sent))).isNotNull().satisfies(read -> {
            assertThat(read.issued()).isEqualTo(token);
            assertThat(read.sentMillis()).isEqualTo(sent);
        });
    }

    @Test
    void record_withRefreshToken_comesBackWhole() {
        assertComesBack(new IssuedToken(Secret.of("t-\"\\/~"), Secret.of("r"), Duration.ofMillis(3_600_001)));
    }

    @Test
    void record_withoutRefreshToken_comesBackWithout() {
        assertComesBack(new IssuedToken("t", Duration.ofHours(1)));
    }

    /** Nodes of other versions in the same cluster read and write it. */
    @Test
    void record_hasItsForm() {
        IssuedToken token = new IssuedToken(Secret.of("t"), Secret.of("r"), Duration.ofHours(1));

        assertThat(StoredEntry.record(token, 1_767_225_600_123L))
                .isEqualTo("{\"r\":\"r\",\"t\":\"t\",\"v\":1,\"i\":1767225600123,\"l\":3600000}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "garbage",
                "{",
                "{}",
                "[]",
                "1",
                "null",
                "\"text\"",
                "{\"v\":1}",
                "{\"v\":2,\"t\":\"x\",\"i\":1,\"l\":3600000}",
                "{\"v\":\"1\",\"t\":\"x\",\"i\":1,\"l\":3600000}",
                "{\"v\":1,\"t\":\"x\",\"i\":1,\"l\":0}",
                "{\"v\":1,\"t\":\"x\",\"i\":1,\"l\":-3600000}",
                "{\"v\":1,\"t\":\"x\",\"i\":1,\"l\":9223372036854775807}",
                "{\"v\":1,\"t\":\"x\",\"i\":1,\"l\":99999999999999999999999}",
                "{\"v\":1,\"t\":\"x\",\"i\":1,\"l\":3600000.5}",
                "{\"v\":1,\"t\":\"\",\"i\":1,\"l\":3600000}",
                "{\"v\":1,\"t\":\"x y\",\"i\":1,\"l\":3600000}",
                "{\"v\":1,\"t\":\"x\\r\\nEvil: 1\",\"i\":1,\"l\":3600000}",
                "{\"v\":1,\"t\":\"x\",\"r\":\"\\n\",\"i\":1,\"l\":3600000}",
                "{\"v\":1,\"t\":\"x\",\"t\":\"y\",\"i\":1,\"l\":3600000}",
                "{\"v\":1,\"t\":[\"x\"],\"i\":1,\"l\":3600000}",
                "{\"v\":1,\"t\":\"x\",\"i\":\"1\",\"l\":3600000}"
            })
    void garbledRecord_isAsIfItWereAbsent(String text) {
        assertThat(read(text)).isNull();
    }

    @Test
    void record_nestedWithoutEnd_isAsIfItWereAbsent() {
        assertThat(read("{\"v\":" + "[".repeat(20_000))).isNull();
    }
}
