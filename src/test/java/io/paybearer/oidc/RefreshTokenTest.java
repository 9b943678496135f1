// SPDX-License-Identifier: Apache-2.0
package io.paybearer.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.account.Application;
import io.paybearer.harness.Configured;
import io.paybearer.harness.TestTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Refresh tokens of a server that rotates them, and ends the whole grant when one comes twice. */
class RefreshTokenTest {

    private static final String CLIENT = "rotating";
    private static final String SECRET = "the secret of the client";

    @RegisterExtension
    static final OidcServer SERVER = OidcServer.knowing(List.of(
                    OidcClient.of(CLIENT, SECRET).refreshing(),
                    OidcClient.of("keeping", SECRET).refreshing()))
            .keepingTheRefreshTokenOf("keeping");

    private final TestTime time = new TestTime();

    @RegisterExtension
    final Accounts accounts = new Accounts(time);

    private final Renewals renewals = new Renewals(SERVER);

    private static Configured refreshing(String clientId) {
        return Accounts.withSecret(SERVER.tokenUri(), clientId, SECRET)
                .with("grant", "refresh_token")
                .with("allow-memory-refresh-token", "true");
    }

    private static Configured rotating() {
        return refreshing(CLIENT).with("refresh-token", SERVER.refreshToken(CLIENT));
    }

    @Test
    void rotatingRefreshToken_isFollowedByItsSuccessors() {
        Application application = accounts.start(rotating());
        Set<String> tokens = new HashSet<>();
        for (int generation = 0; generation < 5; generation++) {
            tokens.add(application.get(Accounts.NAME).value());
            SERVER.pass(time, Duration.ofMinutes(10));
        }

        assertThat(tokens).hasSize(5);
        renewals.assertNumber(5);
    }

    @Test
    void refreshTokenThatStays_isSentForEachToken() {
        Application application = accounts.start(refreshing("keeping")
                .with("refresh-token", SERVER.refreshToken("keeping"))
                .with("refresh-token-rotates", "false"));
        String first = application.get(Accounts.NAME).value();
        SERVER.pass(time, Duration.ofMinutes(10));

        assertThat(application.get(Accounts.NAME).value()).isNotEqualTo(first);
        renewals.assertNumber(0);
    }

    @Test
    void token_thatWasRenewed_isTheMerchants() {
        assertThat(SERVER.token(accounts.token(rotating())))
                .extracting("kind", "client", "scope", "audience")
                .containsExactly("AccessToken", CLIENT, "payments", "urn:acme:payments");
    }

    @Test
    void refreshTokenOfAFile_thatIsExchanged_isUsedOnce() {
        Path file = Path.of(Configured.secretFile(SERVER.refreshToken(CLIENT)));
        Application application = accounts.start(refreshing(CLIENT).with("refresh-token-file", file.toString()));
        application.get(Accounts.NAME);
        SERVER.pass(time, Duration.ofMinutes(10));
        application.get(Accounts.NAME);
        accounts.exchange(file, SERVER.refreshToken(CLIENT));
        SERVER.pass(time, Duration.ofMinutes(10));
        application.get(Accounts.NAME);

        renewals.assertNumber(3);
    }
}
