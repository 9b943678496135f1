// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "PT30S, PT30S",
        "pt30s, PT30S",
        "30s, PT30S",
        "30S, PT30S",
        "30, PT30S",
        "' 30 ', PT30S",
        "5m, PT5M",
        "5M, PT5M",
        "1h, PT1H",
        "1d, PT24H",
        "P1D, PT24H",
        "500ms, PT0.5S",
        "PT0.5S, PT0.5S",
        "0, PT0S",
        "1 h, PT1H",
    })
    void text_asPeopleWriteIt_isRead(String text, Duration duration) {
        assertThat(TextForms.duration(text)).hasValue(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s",
                "-5s",
                "PT-5S",
                "1.5s",
                "5 minutes",
                "5m30s",
                "1w",
                "PT",
                "99999999999",
                "P99999999999999999D"
            })
    void text_ofAnotherKind_isNone(String text) {
        assertThat(TextForms.duration(text)).isEmpty();
    }

    @Test
    void key_withATextThatIsNoDuration_isAProblemThatShowsIt() {
        assertThat(TestConfig.shop().with("refresh-margin", "soon").problem())
                .isEqualTo(
                        "paybearer.account.shop.refresh-margin: 'soon' is not a duration; write it as 30s, 5m, PT30S or"
                                + " plain seconds");
    }

    @Test
    void key_longerThanAYear_isAProblem() {
        assertThat(TestConfig.shop().with("token-lifetime", "1800000000").problem())
                .isEqualTo(
                        "paybearer.account.shop.token-lifetime: '1800000000' is not a duration; write it as 30s, 5m, PT30S"
                                + " or plain seconds");
        assertThat(TestConfig.shop().with("token-lifetime", "400d").problem())
                .isEqualTo(
                        "paybearer.account.shop.token-lifetime: '400d' is longer than a year; a number without a unit"
                                + " counts seconds");
    }

    @ParameterizedTest
    @CsvSource({"connect-timeout", "read-timeout"})
    void timeout_ofZero_isAProblem(String key) {
        assertThat(TestConfig.shop().with(key, "0").problem())
                .isEqualTo(
                        "paybearer.account.shop." + key + ": a timeout of zero would wait for ever; set a longer one");
    }

    @Test
    void refreshMargin_thatLeavesNothingOfAMintedToken_isAProblem() {
        assertThat(TestConfig.shop().with("refresh-margin", "30m").problem())
                .isEqualTo(
                        "paybearer.account.shop.refresh-margin: it is 1800 s, but the tokens live 1790 s only; lower it");
        assertThat(TestConfig.shop().with("refresh-margin", "29m").account().refreshMargin())
                .hasValue(Duration.ofMinutes(29));
    }
}
