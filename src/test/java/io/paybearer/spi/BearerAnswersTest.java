// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of an answer in the form of OAuth 2.0. */
class BearerAnswersTest {

    /** {@code {"iat":1767225600,"exp":1767226200}}. */
    private static final String JWT = "e30.eyJpYXQiOjE3NjcyMjU2MDAsImV4cCI6MTc2NzIyNjIwMH0.c2ln";

    private static final Instant NOW = Instant.ofEpochSecond(1_767_225_600L + 60);

    private static IssuedToken token(String body) throws TokenRequestException {
        return BearerAnswers.reading("shop", () -> NOW, Duration.ofMinutes(5))
                .token(new EndpointAnswer("POST https://api.example.com/token answered 200", body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'access_token':'abc','token_type':'Bearer','expires_in':600} | PT10M",
                "{'access_token':'abc','token_type':'bearer','expires_in':'600'} | PT10M",
                "{'access_token':'abc','expires_in':600} | PT10M",
                "{'access_token':'abc'} | PT5M",
                "{'access_token':'" + JWT + "'} | PT9M",
                "{'access_token':'" + JWT + "','expires_in':30} | PT30S",
            })
    void lifetime_isWhatTheAnswerSays_elseTheJwt_elseTheUsual(String body, Duration lifetime) throws Exception {
        assertThat(token(body.replace('\'', '"')).lifetime()).isEqualTo(lifetime);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DPoP", "mac", "N_A"})
    void otherType_isRefused_andNotRepeated(String type) {
        assertThatExceptionOfType(TokenRequestException.class)
                .isThrownBy(() -> token("{\"access_token\":\"abc\",\"token_type\":\"" + type + "\"}"))
                .withMessageContaining("the token's type is not Bearer")
                .withMessageNotContaining(type);
    }

    @Test
    void refreshToken_comesAlong() throws Exception {
        IssuedToken token = token("{\"access_token\":\"abc\",\"refresh_token\":\"def\",\"expires_in\":60}");

        assertThat(token.refreshToken()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"access_token\":\"a b\",\"expires_in\":60}",
                "{\"access_token\":\"abc\",\"expires_in\":0}",
                "{\"access_token\":\"abc\",\"expires_in\":\"soon\"}",
                "[]"
            })
    void answer_thatHoldsNoUsableToken_isUnusable(String body) {
        assertThatExceptionOfType(TokenRequestException.class)
                .isThrownBy(() -> token(body))
                .matches(failure -> failure.kind() == TokenRequestException.Kind.OUTCOME_UNKNOWN)
                .withMessageStartingWith("POST https://api.example.com/token answered 200, but ");
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01T00:10:00Z, PT9M", "2026-01-01T00:10:00+00:00, PT9M", "2026-01-01T02:10:00.5+0200, PT9M0.5S"
    })
    void moment_isReadInTheFormsThatProvidersWrite(String text, Duration expected) throws Exception {
        EndpointAnswer answer = new EndpointAnswer("POST", "{\"expires_at\":\"" + text + "\"}");

        assertThat(Duration.between(
                        NOW, TokenAnswer.parse(answer).instant("expires_at").orElseThrow()))
                .isEqualTo(expected);
    }
}
