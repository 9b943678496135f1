// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvisibleTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                ' ', '\t', '\n', 0xA0, 0x2028, 0x3000, 0x200B, 0xFEFF, 0xAD, 0x2800, 0x3164, 0xFE00, 0xFE0F, 0x180B,
                0x180F, 0xE0100, 0xE01EF,
            })
    void blanksFormatsFillersAndSelectors_areInvisible(int codePoint) {
        assertThat(Invisible.is(codePoint)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {'a', '.', 0xFDFF, 0xFE10, 0x180A, 0x1810, 0xE00FF, 0xE01F0, 0x1F600})
    void theirNeighbours_areNot(int codePoint) {
        assertThat(Invisible.is(codePoint)).isFalse();
    }

    @Test
    void text_isLookedAtOnBothEnds() {
        assertThat(Invisible.around("a\u200Bb")).isFalse();
        assertThat(Invisible.around("\u200Bab")).isTrue();
        assertThat(Invisible.around("ab" + Character.toString(0xE0100))).isTrue();
        assertThat(Invisible.around("")).isFalse();
    }
}
