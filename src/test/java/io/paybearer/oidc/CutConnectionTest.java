// SPDX-License-Identifier: Apache-2.0
package io.paybearer.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.TokenUnavailableException;
import io.paybearer.account.Application;
import io.paybearer.harness.Configured;
import io.paybearer.harness.TestTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that end after the server has used up a refresh token, and before the account has the next one. */
class CutConnectionTest {

    private static final String CLIENT = "rotating";
    private static final String SECRET = "the secret of the client";

    @RegisterExtension
    static final OidcServer SERVER =
            OidcServer.knowing(List.of(OidcClient.of(CLIENT, SECRET).refreshing()));

    private final TestTime time = new TestTime();

    @RegisterExtension
    final Accounts accounts = new Accounts(time);

    private final CuttingProxy proxy = new CuttingProxy(SERVER.tokenUri());
    private final ConcurrentMap<String, String> store = new ConcurrentHashMap<>();
    private final Renewals renewals = new Renewals(SERVER);

    @AfterEach
    void closeProxy() {
        proxy.close();
    }

    private Configured account() {
        return Accounts.withSecret(proxy.uri(), CLIENT, SECRET).with("grant", "refresh_token");
    }

    /** However often and long it is asked, an account without an answer asks for nothing and says what to do. */
    private void assertAdvised(Application application) {
        for (int i = 0; i < 5; i++) {
            TokenUnavailableException failure = Accounts.failure(application);
            assertThat(failure)
                    .hasMessageStartingWith("account 'shop' has no token to send: ")
                    .hasMessageContaining("configure a new refresh token")
                    .hasMessageContaining(Accounts.key("refresh-token"));
            assertThat(failure.retryable()).isFalse();
            SERVER.pass(time, Duration.ofHours(1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 200})
    void firstAnswer_thatIsLost_isNotAskedForAgain_untilAnotherRefreshTokenIsConfigured(int bytes) {
        Path file = Path.of(Configured.secretFile(SERVER.refreshToken(CLIENT)));
        Application application = accounts.start(
                account().with("refresh-token-file", file.toString()).with("allow-memory-refresh-token", "true"));
        proxy.cutAfter(bytes);
        assertThat(Accounts.failure(application))
                .hasMessageContaining(proxy.uri().toString());
        SERVER.pass(time, Duration.ofMinutes(1));
        assertAdvised(application);
        renewals.assertNumber(1);
        accounts.exchange(file, SERVER.refreshToken(CLIENT));

        assertThat(SERVER.token(application.get(Accounts.NAME).value())).isNotEmpty();
        assertThat(proxy.cuts()).isEqualTo(1);
        renewals.assertNumber(2);
    }

    private Application node(String refreshToken) {
        return accounts.start(Accounts.shared(account().with("refresh-token", refreshToken)))
                .shareThrough(() -> store);
    }

    /** The connection is one that was kept, so a client might believe that the server had closed it before the request. */
    @ParameterizedTest
    @ValueSource(ints = {0, 200})
    void laterAnswer_thatIsLost_isNotAskedForAgain_byAnyNode(int bytes) {
        String refreshToken = SERVER.refreshToken(CLIENT);
        Application here = node(refreshToken);
        Application there = node(refreshToken);
        assertThat(here.get(Accounts.NAME)).isEqualTo(there.get(Accounts.NAME));
        SERVER.pass(time, Duration.ofMinutes(10));
        proxy.cutAfter(bytes);
        assertThat(Accounts.failure(here)).hasMessageContaining(proxy.uri().toString());
        SERVER.pass(time, Duration.ofMinutes(1));
        List.of(here, there, node(refreshToken)).forEach(this::assertAdvised);
        assertThat(proxy.cuts()).isEqualTo(1);
        renewals.assertNumber(2);

        assertThat(node(SERVER.refreshToken(CLIENT)).get(Accounts.NAME)).isNotNull();
        renewals.assertNumber(3);
    }
}
