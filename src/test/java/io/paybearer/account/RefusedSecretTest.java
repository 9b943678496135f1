// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import static io.paybearer.harness.TestMerchants.ISSUER_ID;
import static io.paybearer.harness.TestMerchants.SECRET_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.AccessToken;
import io.paybearer.AccessTokens;
import io.paybearer.TokenUnavailableException;
import io.paybearer.harness.Configured;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Refused credentials whose file is changed, over HTTP. */
class RefusedSecretTest extends SandboxedTest {

    private static final String OLD_KEY = SECRET_KEY.replace('3', '4');

    private final Path file = Path.of(Configured.secretFile(OLD_KEY));
    private final Gate gate = new Gate();

    private AccessTokens tokens() {
        return start(Configured.account("remote")
                        .with("provider", "borderless")
                        .with("base-uri", origin() + "/payments")
                        .with("issuer-id", ISSUER_ID)
                        .with("token-source", "endpoint")
                        .with("secret-key-file", file.toString()))
                .application();
    }

    @Test
    void secretChanged_whileTheOldOneIsRefused_isTriedInTheSameCall() throws Exception {
        AccessTokens tokens = tokens();
        sandbox.faults().next("/authentication", Fault.hold(gate));
        CompletableFuture<AccessToken> caller = tokens.getAsync("remote").toCompletableFuture();
        gate.awaitArrivals(1);
        writtenLongAgo();
        gate.open();

        assertThat(caller.get(20, TimeUnit.SECONDS)).isNotNull();
        assertThat(sandbox.count("/authentication")).isEqualTo(2);
    }

    @Test
    void secretChanged_whileARefusalIsRemembered_isTriedAtOnce() throws Exception {
        AccessTokens tokens = tokens();
        assertThat(refusal(tokens)).isNotNull();
        writtenLongAgo();

        assertThat(tokens.get("remote")).isNotNull();
        assertThat(sandbox.count("/authentication")).isEqualTo(2);
    }

    @Test
    void secretUnchanged_isTriedOnce_thenAgainAfterTheRefusalIsForgotten() {
        AccessTokens tokens = tokens();
        assertThat(refusal(tokens))
                .hasMessageEndingWith("check paybearer.account.remote.issuer-id,"
                        + " paybearer.account.remote.secret-key-file, paybearer.account.remote.token-source");
        for (int i = 0; i < 10; i++) {
            assertThat(refusal(tokens).retryable()).isFalse();
        }
        assertThat(sandbox.count("/authentication")).isEqualTo(1);
        time.advance(Duration.ofSeconds(2));
        assertThat(refusal(tokens)).isNotNull();

        assertThat(sandbox.count("/authentication")).isEqualTo(2);
        assertThat(refusal(tokens)).hasMessageContaining("the next attempt is allowed in 4 s");
    }

    private void writtenLongAgo() throws IOException {
        Files.setLastModifiedTime(
                Files.writeString(file, SECRET_KEY),
                FileTime.from(time.instant().minusSeconds(60)));
    }

    private static TokenUnavailableException refusal(AccessTokens tokens) {
        return Assertions.catchThrowableOfType(TokenUnavailableException.class, () -> tokens.get("remote"));
    }
}
