// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;
import static io.paybearer.token.ScriptedIssuer.failing;
import static io.paybearer.token.ScriptedIssuer.lasting;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.paybearer.spi.TokenRequestException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers get in each state of the token. */
class TokenKeeperTest {

    private final Bench bench = Bench.remote();

    @Test
    void freshToken_isServedWithoutAnything() throws Exception {
        assertThat(bench.get()).isEqualTo("t1");
        bench.advance(Duration.ofMinutes(45).minusMillis(1));

        assertThat(bench.get()).isEqualTo("t1");
        assertThat(bench.background.queued()).isZero();
        assertThat(bench.calls()).isEqualTo(1);
    }

    @Test
    void agingToken_isServedWhileOneRenewalIsQueued() throws Exception {
        bench.get();
        bench.advance(Duration.ofMinutes(45));
        for (int i = 0; i < 10; i++) {
            assertThat(bench.get()).isEqualTo("t1");
        }
        assertThat(bench.background.queued()).isEqualTo(1);
        bench.background.runAll();

        assertThat(bench.get()).isEqualTo("t2");
        assertThat(bench.calls()).isEqualTo(2);
    }

    @Test
    void agingToken_whoseRenewalHasNotBegun_isRenewedByTheFirstWhoHasToWait() throws Exception {
        bench.get();
        bench.advance(Duration.ofMinutes(45));
        bench.get();
        bench.background.drop();
        bench.advance(Duration.ofMinutes(14));

        assertThat(bench.get()).isEqualTo("t2");
        assertThat(bench.calls()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59M", "PT59M59.999S"})
    void criticalToken_whoseRenewalFails_isServed(Duration age) throws Exception {
        bench.get();
        bench.advance(age);
        bench.issuer.then(failing(UNAVAILABLE));

        assertThat(bench.get()).isEqualTo("t1");
        assertThat(bench.calls()).isEqualTo(2);
    }

    @Test
    void criticalToken_thatExpiresDuringTheFailingRenewal_isNotServed() throws Exception {
        bench.get();
        bench.advance(Duration.ofMinutes(59));
        bench.issuer.then(number -> {
            bench.advance(Duration.ofMinutes(1));
            throw new TokenRequestException(UNAVAILABLE, "too late", null);
        });

        assertThat(bench.failure()).hasMessage("too late");
    }

    @Test
    void expiredToken_whoseRenewalFails_isNotServed() throws Exception {
        bench.get();
        bench.advance(Duration.ofHours(1));
        bench.issuer.then(failing(UNAVAILABLE));

        assertThat(bench.failure()).hasMessage("failure 2");
    }

    @ParameterizedTest
    @ValueSource(longs = {54, 60, 600})
    void token_thatArrivesTooLateForItsLife_isAFailureAndNotALoop(long seconds) {
        bench.issuer.then(number -> {
            bench.advance(Duration.ofSeconds(seconds));
            return lasting(Duration.ofSeconds(60)).answer(number);
        });

        assertThat(bench.failure()).hasMessageContaining("came so late that nothing remains");
        assertThat(bench.failure()).hasMessageContaining("the next attempt is allowed in 1 s");
        assertThat(bench.calls()).isEqualTo(1);
    }

    @Test
    void token_shorterThanTheConfiguredMargin_isAFailureThatSaysSo() {
        Bench narrow = new Bench(ScriptedIssuer.remote("account"), null, Optional.of(Duration.ofHours(2)));

        assertThat(narrow.failure()).hasMessageContaining("the refresh-margin is 7200 s");
        assertThat(narrow.failure()).hasMessageContaining("the next attempt is allowed in 1 s");
        assertThat(narrow.calls()).isEqualTo(1);
    }

    @Test
    void mintedToken_atAFifthOfItsLife_isRenewedInline() throws Exception {
        Bench minting = Bench.minting();
        minting.get();
        minting.advance(Duration.ofMinutes(24).minusMillis(1));
        assertThat(minting.get()).isEqualTo("t1");
        minting.advance(Duration.ofMillis(1));

        assertThat(minting.get()).isEqualTo("t2");
        assertThat(minting.background.queued()).isZero();
    }

    @Test
    void idleKeeper_whateverTimePasses_asksForNothing() throws Exception {
        bench.get();
        bench.advance(Duration.ofDays(3));

        assertThat(bench.calls()).isEqualTo(1);
        assertThat(bench.background.queued()).isZero();
    }

    @Test
    void freshToken_isServedWithoutAllocation() throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        bench.get();
        bench.advanceSeconds(100.5);
        serve(20_000);
        threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadAllocatedBytes();
        serve(20_000);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20_000);
    }

    private void serve(int times) throws TokenRequestException {
        for (int i = 0; i < times; i++) {
            bench.keeper.get();
        }
    }
}
