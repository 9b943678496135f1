// SPDX-License-Identifier: Apache-2.0
package io.paybearer.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.account.Application;
import io.paybearer.harness.Configured;
import io.paybearer.harness.TestTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nodes that share one refresh token, which the server rotates. Only the first of them uses the configured one. */
class SharedRefreshTokenTest {

    private static final String CLIENT = "rotating";
    private static final String SECRET = "the secret of the client";

    @RegisterExtension
    static final OidcServer SERVER =
            OidcServer.knowing(List.of(OidcClient.of(CLIENT, SECRET).refreshing()));

    private final TestTime time = new TestTime();

    @RegisterExtension
    final Accounts accounts = new Accounts(time);

    private final ConcurrentMap<String, String> store = new ConcurrentHashMap<>();
    private final Configured configured = Accounts.shared(Accounts.withSecret(SERVER.tokenUri(), CLIENT, SECRET)
            .with("grant", "refresh_token")
            .with("refresh-token", SERVER.refreshToken(CLIENT)));
    private final Renewals renewals = new Renewals(SERVER);

    private Application node() {
        return accounts.start(configured).shareThrough(() -> store);
    }

    private static String token(Application node) {
        return node.get(Accounts.NAME).value();
    }

    @Test
    void twoNodes_thatRenewInTurn_sendNoRefreshTokenTwice() {
        List<Application> nodes = List.of(node(), node());
        Set<String> tokens = new HashSet<>();
        for (int generation = 0; generation < 6; generation++) {
            tokens.add(token(nodes.get(generation % 2)));
            tokens.add(token(nodes.get(1 - generation % 2)));
            SERVER.pass(time, Duration.ofMinutes(10));
        }

        assertThat(tokens).hasSize(6);
        renewals.assertNumber(6);
    }

    @Test
    void nodesThatStartLater_goOnFromTheStore() {
        Set<String> tokens = new HashSet<>();
        for (int restart = 0; restart < 3; restart++) {
            tokens.add(token(node()));
            tokens.add(token(node()));
            accounts.close();
            SERVER.pass(time, Duration.ofMinutes(10));
        }

        assertThat(tokens).hasSize(3);
        renewals.assertNumber(3);
    }

    /** The record that is shared is sealed. */
    @Test
    void store_showsNeitherTokenNorRefreshToken() {
        String token = token(node());

        assertThat(store.toString()).isNotEqualTo("{}").doesNotContain(token).doesNotContain(CLIENT);
    }
}
