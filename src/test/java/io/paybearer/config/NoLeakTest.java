// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.paybearer.PaybearerConfigException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong, what is reported shows no secret. */
class NoLeakTest {

    private static final String CANARY = "CANARY7f3a";

    private static String everythingPrinted(TestConfig config) {
        PaybearerConfigException refusal = catchThrowableOfType(PaybearerConfigException.class, config::read);
        assertThat(refusal).as("the refusal").isNotNull();
        StringWriter trace = new StringWriter();
        refusal.printStackTrace(new PrintWriter(trace));
        return trace + refusal.toString() + refusal.problems();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CANARY + "$$",
                "${" + CANARY + "}",
                "${" + CANARY + "::x}",
                CANARY + "\u0000",
                "\\${" + CANARY + "}"
            })
    void secret_thatCannotBeUsed_isNotShown(String secret) {
        assertThat(everythingPrinted(TestConfig.shop().with("secret-word", secret)))
                .contains("paybearer.account.shop.secret-word")
                .doesNotContain(CANARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"public-key", "public-key-file"})
    void secret_underTheWrongKey_isNotShown(String leaf) {
        TestConfig config = TestConfig.empty().with("provider", "paymentsgate").with(leaf, "/" + CANARY);

        assertThat(everythingPrinted(config)).contains("shop.public-key").doesNotContain(CANARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:" + CANARY + "@api.example",
                "https://user:" + CANARY + "^@api.example/v1",
                "https://user:" + CANARY + "/@api.example",
                "user:" + CANARY + "@api.example",
                "https:/user:" + CANARY + "@api.example",
                "https://api.example/?token=" + CANARY,
                "https://api.example/a b?token=" + CANARY,
                "https://api.example/#" + CANARY,
            })
    void baseUri_withCredentials_isShownWithoutThem(String uri) {
        assertThat(everythingPrinted(TestConfig.shop().with("base-uri", uri)))
                .contains("paybearer.account.shop.base-uri", "api.example")
                .doesNotContain(CANARY);
    }

    @Test
    void proxy_withCredentials_isNotShown() {
        assertThat(everythingPrinted(TestConfig.shop().with("proxy", "http://me:" + CANARY + "@proxy.example:8080")))
                .contains("paybearer.account.shop.proxy")
                .doesNotContain(CANARY);
    }

    @Test
    void trustStorePassword_thatIsWrong_isNotShown(@TempDir Path directory) throws IOException {
        Path store = TestTrustStore.write(directory, "changeit");

        assertThat(everythingPrinted(
                        TestConfig.shop().with("trust-store", store.toString()).with("trust-store-password", CANARY)))
                .contains("paybearer.account.shop.trust-store: " + store
                        + " cannot be used: its password is missing or wrong;")
                .doesNotContain(CANARY);
    }

    @Test
    void secretFile_whoseContentIsNoUtf8_isNotShown(@TempDir Path directory) throws IOException {
        byte[] content = (CANARY + "\u00ff").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        Path file = Files.write(directory.resolve("word"), content);

        assertThat(everythingPrinted(
                        TestConfig.shop().without("secret-word").with("secret-word-file", file.toString())))
                .doesNotContain(CANARY);
    }

    @Test
    void providerThatFails_withASecretInItsMessage_isNamedByTheExceptionsClassAlone() {
        FakeProvider careless = new FakeProvider("careless").reading(settings -> {
            throw new IllegalStateException(CANARY);
        });

        assertThat(everythingPrinted(TestConfig.empty().provider(careless).with("provider", "careless")))
                .contains("paybearer.account.shop.provider: the provider 'careless' cannot use the account's settings"
                        + " (java.lang.IllegalStateException)")
                .doesNotContain(CANARY);
    }

    @Test
    void configuration_printed_showsNoSecret() {
        TestConfig config = TestConfig.shop().with("secret-word", CANARY);

        assertThat(config.read().toString()).contains("shop").doesNotContain(CANARY);
        assertThat(new Leaves("paybearer.account.shop.", java.util.Map.of("secret-word", CANARY), new Problems())
                        .toString())
                .isEqualTo("Leaves[paybearer.account.shop., [secret-word]]");
    }
}
