// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.Secret;
import io.paybearer.spi.IssuedToken;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRecordTest {

    @Test
    void record_withRefreshToken_comesBackWhole() {
        IssuedToken token = new IssuedToken(Secret.of("t-\"\\/~"), Secret.of("r"), Duration.ofMillis(3_600_001));
        TokenRecord record = new TokenRecord(token, 1_767_225_600_123L);

        assertThat(TokenRecord.decode(record.encode())).contains(record);
    }

    @Test
    void record_withoutRefreshToken_comesBackWithout() {
        TokenRecord record = new TokenRecord(new IssuedToken("t", Duration.ofHours(1)), 0);

        assertThat(TokenRecord.decode(record.encode())).contains(record);
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
        assertThat(TokenRecord.decode(text)).isEmpty();
    }

    @Test
    void record_nestedWithoutEnd_isAsIfItWereAbsent() {
        assertThat(TokenRecord.decode("{\"v\":" + "[".repeat(20_000))).isEmpty();
    }
}
