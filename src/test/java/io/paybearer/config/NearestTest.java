// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "flaw, lawn, 2", "same, same, 0", "'', abc, 3", "abc, '', 3", "ab, ba, 2"})
    void distance_isLevenshteins(String one, String other, int distance) {
        assertThat(Nearest.distance(one, other)).isEqualTo(distance);
        assertThat(Nearest.distance(other, one)).isEqualTo(distance);
    }

    @Test
    void nearest_ofSeveral_isTheClosest() {
        assertThat(Nearest.to("proxi", List.of("provider", "proxy", "prox"))).hasValue("prox");
    }

    @Test
    void nearest_farFromAll_isNone() {
        assertThat(Nearest.to("proxy", List.of("merchant-code"))).isEmpty();
    }
}
