// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JwtLifetimeTest {

    private static final Instant NOW = Instant.ofEpochSecond(10_000);
    private static final Duration GRANTED = Duration.ofMinutes(15);

    private static Duration lifetime(String claims) {
        String part = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return JwtLifetime.of("e30." + part + ".c2ln", NOW, GRANTED).orElse(GRANTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"iat\":10000,\"exp\":10600} | PT10M",
                "{\"iat\":9400,\"exp\":10300} | PT5M",
                "{\"exp\":10300} | PT5M",
                "{\"iat\":10000} | PT15M",
                "{\"iat\":9400} | PT5M",
                "{\"iat\":12000,\"exp\":12900} | PT15M",
                "{\"iat\":8000,\"exp\":8900} | PT-18M-20S",
                "{} | PT15M",
                "{\"exp\":\"soon\"} | PT15M"
            })
    void token_livesUntilItsExpiry_andNoLongerThanInAll(String claims, Duration expected) {
        assertThat(lifetime(claims)).isEqualTo(expected);
    }

    @Test
    void textThatIsNoJwt_saysNothing() {
        assertThat(JwtLifetime.of("opaque", NOW, GRANTED)).isEmpty();
        assertThat(JwtLifetime.of("a.%%%.c", NOW, GRANTED)).isEmpty();
    }

    @Test
    void dateOutOfRange_isRefused_andNotShown() {
        String part = Base64.getUrlEncoder().encodeToString("{\"exp\":9e30}".getBytes(StandardCharsets.UTF_8));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> JwtLifetime.of("e30." + part + ".c2ln", Instant.MIN, null))
                .withMessage("the dates in its token are out of range");
    }
}
