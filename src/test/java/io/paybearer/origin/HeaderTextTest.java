// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"!", "~", "a.b-c_~+/="})
    void token_ofPrintableAscii_isGivenBack(String text) {
        assertThat(HeaderText.requireToken(text, "it")).isEqualTo(text);
        assertThat(HeaderText.requireValue(text, "it")).isEqualTo(text);
    }

    @Test
    void value_mayHaveSpacesInside() {
        assertThat(HeaderText.requireValue("a b", "it")).isEqualTo("a b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeaderText.requireToken("a b", "it"))
                .withMessage(
                        "it holds the character U+0020 at position 1; only printable ASCII without spaces is allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\tb", "a\u007fb", "a\u00e9b", "a\u0000"})
    void otherCharacters_areRefused_andNotShown(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeaderText.requireValue(text, "it"))
                .withMessage("it holds the character U+%04X at position 1; only printable ASCII is allowed"
                        .formatted((int) text.charAt(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {" a", "a ", " "})
    void value_withASpaceAtAnEnd_isRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeaderText.requireValue(text, "it"))
                .withMessage("it begins or ends with a space");
    }

    @Test
    void emptyText_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeaderText.requireToken("", "it"))
                .withMessage("it is empty");
    }
}
