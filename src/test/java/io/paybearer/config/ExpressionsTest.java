// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What MicroProfile Config makes of {@code $}, measured with SmallRye Config. */
class ExpressionsTest {

    private static final String KEY = "paybearer.account.shop.secret-word";
    private static final String REMEDY = "; put it into a file and name that with " + KEY
            + "-file, or put all of it into the environment variable PAYBEARER_ACCOUNT_SHOP_SECRET_WORD if it has no '$'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pa$$wo",
                "a${b}c",
                "a${b:def}c",
                "${HOME:x}",
                "a\\${x}b",
                "a\\$b",
                "${x",
                "${}",
                "$$",
                "${paybearer.account.shop.secret-word}",
                "${sys::x}",
                "${aes-gcm-nopadding::x}",
            })
    void secret_thatWouldBeReadWrong_isAProblemThatPointsToAFile(String written) {
        assertThat(TestConfig.shop().with("secret-word", written).problem())
                .isEqualTo(KEY
                        + ": its text contains '$' in a way that MicroProfile Config expands, so the secret would be"
                        + " read wrong" + REMEDY);
    }

    @Test
    void secret_thatIsOneReference_isWhatThePropertyHolds() {
        TestConfig config = TestConfig.shop().with("secret-word", "${SHOP_SECRET}");

        assertThat(credential(config.variable("SHOP_SECRET", "wo\\rd, é"))).contains("wo\\rd, é");
        assertThat(credential(TestConfig.shop()
                        .with("secret-word", "${shop.secret-1}")
                        .property("shop.secret-1", "word")))
                .contains("word");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pa$$wo", "${OTHER}", "a${OTHER}", "${MISSING}", "${OTHER:x}"})
    void secret_thatRefersToATextWithADollar_isRefused(String held) {
        assertThat(TestConfig.shop()
                        .with("secret-word", "${SHOP_SECRET}")
                        .variable("SHOP_SECRET", held)
                        .variable("OTHER", "x")
                        .problem())
                .isIn(
                        KEY + ": it refers to a property that does not exist, or that has a '$' in its text" + REMEDY,
                        KEY
                                + ": its text contains '$' in a way that MicroProfile Config expands, so the secret would be"
                                + " read wrong" + REMEDY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${UNDEFINED}",
                "a${SHOP_SECRET}",
                "${SHOP_SECRET}${SHOP_SECRET}",
                "${${NAME}}",
                "${X:${SHOP_SECRET}}"
            })
    void secret_thatIsMoreThanAReferenceOrRefersToNothing_isRefused(String written) {
        assertThat(TestConfig.shop()
                        .with("secret-word", written)
                        .variable("SHOP_SECRET", "word")
                        .variable("NAME", "SHOP_SECRET")
                        .problem())
                .startsWith(KEY + ": it")
                .endsWith(REMEDY)
                .doesNotContain("SHOP_SECRET}");
    }

    private static List<String> credential(TestConfig config) {
        return config.account().issuer().credential();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pa$wo", "a\\b", "a\\\\b", "a}b", "$", "end\\", "a\\,b", "* # & < \" é", "100%"})
    void secret_thatIsReadAsWritten_isUsed(String written) {
        assertThat(TestConfig.shop()
                        .with("secret-word", written)
                        .account()
                        .issuer()
                        .credential())
                .contains(written);
    }

    @Test
    void secret_inTheEnvironment_isExpandedAsWell() {
        assertThat(TestConfig.shop()
                        .without("secret-word")
                        .variable("PAYBEARER_ACCOUNT_SHOP_SECRET_WORD", "pa$$wo")
                        .problem())
                .startsWith(KEY + ": its text contains '$'");
    }

    @Test
    void otherKey_withAnExpression_isExpanded() {
        TestConfig config = TestConfig.shop().with("base-uri", "https://${HOST:fallback.example}/v1");

        assertThat(config.account().baseUris().get(0).uri()).isEqualTo(URI.create("https://fallback.example/v1"));
        assertThat(config.variable("HOST", "host.example")
                        .account()
                        .baseUris()
                        .get(0)
                        .uri())
                .isEqualTo(URI.create("https://host.example/v1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${UNDEFINED}", "a${UNDEFINED}", "${x::y}", "${paybearer.account.shop.refresh-margin}"})
    void otherKey_withAnExpressionThatHasNoValue_isAProblemRatherThanTheDefault(String written) {
        assertThat(TestConfig.shop().with("refresh-margin", written).problem())
                .isEqualTo(
                        "paybearer.account.shop.refresh-margin: its expression has no value; define the name that stands"
                                + " in it, or write a default: ${name:default}");
    }

    @Test
    void requiredKey_withAnExpressionThatHasNoValue_isOneProblemNotTwo() {
        assertThat(TestConfig.shop()
                        .with("merchant-code", "${UNDEFINED}")
                        .with("provider", "2checkout")
                        .problem())
                .startsWith("paybearer.account.shop.merchant-code: its expression has no value");
        assertThat(TestConfig.shop().with("provider", "${UNDEFINED}").problem())
                .startsWith("paybearer.account.shop.provider: its expression has no value");
    }

    @Test
    void otherKey_withAnEmptyDefault_countsAsMissing() {
        assertThat(TestConfig.shop()
                        .with("refresh-margin", "${UNDEFINED:}")
                        .account()
                        .refreshMargin())
                .isEmpty();
    }
}
