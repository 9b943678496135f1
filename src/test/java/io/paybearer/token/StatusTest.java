// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.AccountStatus.State.NOT_ASKED;
import static io.paybearer.spi.AccountStatus.State.REFUSED;
import static io.paybearer.spi.AccountStatus.State.RENEWAL_FAILING;
import static io.paybearer.spi.AccountStatus.State.UNAVAILABLE;
import static io.paybearer.spi.AccountStatus.State.VALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.spi.AccountStatus;
import io.paybearer.spi.TokenRequestException.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is known about an account without asking anybody. */
class StatusTest {

    private final Bench bench = Bench.remote();

    private void assertState(AccountStatus.State state, Duration remaining) {
        int calls = bench.calls();
        assertThat(bench.keeper.status("shop")).isEqualTo(new AccountStatus("shop", "acme", state, remaining));
        assertThat(bench.calls()).isEqualTo(calls);
    }

    @Test
    void neverUsed_isNotAsked() {
        assertState(NOT_ASKED, Duration.ZERO);
    }

    @Test
    void heldToken_isValid_untilItExpires() throws Exception {
        bench.get();
        bench.advance(Duration.ofMinutes(50));
        assertState(VALID, Duration.ofMinutes(10));
        bench.advance(Duration.ofMinutes(11));
        assertState(NOT_ASKED, Duration.ZERO);
    }

    @Test
    void rejectedToken_countsForNothing() throws Exception {
        String token = bench.get();
        bench.advance(Duration.ofMinutes(1));
        bench.invalidate(token);
        assertState(NOT_ASKED, Duration.ZERO);
    }

    @Test
    void failedRenewal_isSaid_untilOneSucceeds() throws Exception {
        bench.get();
        bench.issuer.then(ScriptedIssuer.failing(Kind.UNAVAILABLE));
        bench.advance(Duration.ofMinutes(46));
        bench.get();
        bench.background.runAll();
        assertState(RENEWAL_FAILING, Duration.ofMinutes(14));
        bench.advance(Duration.ofMinutes(2));
        assertState(RENEWAL_FAILING, Duration.ofMinutes(12));
        bench.get();
        bench.background.runAll();
        assertState(VALID, Duration.ofHours(1));
    }

    @Test
    void noTokenToBeHad_isUnavailable_untilAnAttemptSucceeds() throws Exception {
        bench.issuer.usually(ScriptedIssuer.failing(Kind.UNAVAILABLE));
        bench.failure();
        assertState(UNAVAILABLE, Duration.ZERO);
        bench.advance(Duration.ofSeconds(2));
        assertState(UNAVAILABLE, Duration.ZERO);
        bench.issuer.usually(ScriptedIssuer.lasting(Duration.ofHours(1)));
        bench.get();
        assertState(VALID, Duration.ofHours(1));
    }

    @Test
    void recovery_isAnAttemptInTheBackground_onceThePauseIsOver() {
        bench.keeper.recover();
        assertThat(bench.background.queued()).isZero();
        bench.issuer.then(ScriptedIssuer.failing(Kind.UNAVAILABLE));
        bench.failure();
        bench.keeper.recover();
        assertThat(bench.background.queued()).isZero();
        bench.advance(Duration.ofSeconds(2));
        bench.keeper.recover();
        bench.keeper.recover();
        assertThat(bench.background.queued()).isOne();
        bench.background.runAll();
        assertState(VALID, Duration.ofHours(1));
        bench.advance(Duration.ofMinutes(61));
        bench.keeper.recover();
        assertThat(bench.background.queued()).isZero();
    }

    @Test
    void refusedCredentials_areSaid_untilAnAttemptSucceeds() {
        bench.issuer.usually(ScriptedIssuer.failing(Kind.REFUSED));
        bench.failure();
        assertState(REFUSED, Duration.ZERO);
        bench.advance(Duration.ofSeconds(3));
        assertState(REFUSED, Duration.ZERO);
    }

    @Test
    void closed_isUnavailable() throws Exception {
        bench.get();
        bench.keepers.close();
        assertState(UNAVAILABLE, Duration.ZERO);
    }
}
