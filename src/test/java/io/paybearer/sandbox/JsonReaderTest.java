// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @Test
    void read_everyKindOfValue_isUnderstood() {
        String text = " { \"a\" : [ 1 , -2.50e+1 , true , false , null , [ ] , { } ] , \"\\u00e9\\n\\\"\" : \"\" } ";

        assertThat(new JsonReader(text).read())
                .isEqualTo(Map.of(
                        "a",
                        List.of(
                                BigDecimal.ONE,
                                new BigDecimal("-25.0"),
                                true,
                                false,
                                Optional.empty(),
                                List.of(),
                                Map.of()),
                        "é\n\"",
                        ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":1}",
                "01",
                "1.",
                ".5",
                "+1",
                "-",
                "1e",
                "1e100",
                "NaN",
                "tru",
                "truex",
                "\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u12\"",
                "\"a\nb\"",
                "{}{}",
                "{} x",
                "\u0000",
                "{}\u0000"
            })
    void read_malformedText_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new JsonReader(text).read());
    }

    @Test
    void read_deepNesting_isRefusedAndNoStackOverflow() {
        assertThat(new JsonReader("[".repeat(32) + "]".repeat(32)).read()).isInstanceOf(List.class);
        assertThatIllegalArgumentException().isThrownBy(() -> new JsonReader("[".repeat(100_000)).read());
    }

    @Test
    void write_thenRead_givesTheSame() {
        Map<String, Object> members = Map.of("text \"\\\u0001é\uD83D\uDE00", "value", "n", 7L);

        assertThat(JsonWriter.write(members)).isASCII();
        assertThat(new JsonReader(JsonWriter.write(members)).read())
                .isEqualTo(Map.of("text \"\\\u0001é\uD83D\uDE00", "value", "n", BigDecimal.valueOf(7)));
    }
}
