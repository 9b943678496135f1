// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.AccessToken;
import io.paybearer.harness.Configured;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestMerchants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A secret is changed in its file while the application runs. */
class SecretRotationTest extends SandboxedTest {

    private final Path file = Path.of(Configured.secretFile(TestMerchants.SECRET_WORD));

    private Configured twoCheckout() {
        Map<String, String> settings = new HashMap<>(TestMerchants.twoCheckout(origin()));
        settings.remove("secret-word");
        return Configured.account("two").with(settings).with("secret-word-file", file.toString());
    }

    private void write(String secret) throws IOException {
        Files.writeString(file, secret);
        time.advance(Duration.ofSeconds(1));
    }

    @Test
    void changedFile_tokensOfTheOldSecretAreNotUsedAgain() throws Exception {
        Application application = start(twoCheckout()).application();
        AccessToken old = application.get("two");
        write("another word");

        assertThat(application.get("two")).isEqualTo(old);
        time.advance(Duration.ofSeconds(1));
        assertThat(application.get("two")).isNotEqualTo(old);
    }

    @Test
    void sameContentWrittenAgain_changesNothing() throws Exception {
        Application application = start(twoCheckout()).application();
        AccessToken old = application.get("two");
        write(TestMerchants.SECRET_WORD + "\n");

        assertThat(application.get("two")).isSameAs(old);
    }

    @Test
    void fileGoneOrEmpty_theSecretReadBeforeStaysInUse() throws Exception {
        Application application = start(twoCheckout()).application();
        AccessToken old = application.get("two");
        write("");
        assertThat(application.get("two")).isSameAs(old);
        Files.delete(file);
        time.advance(Duration.ofSeconds(1));

        assertThat(application.get("two")).isSameAs(old);
    }
}
