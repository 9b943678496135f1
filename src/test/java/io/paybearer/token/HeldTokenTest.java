// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.token.Freshness.AGING;
import static io.paybearer.token.Freshness.CRITICAL;
import static io.paybearer.token.Freshness.EXPIRED;
import static io.paybearer.token.Freshness.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.Secret;
import io.paybearer.harness.TestTime;
import io.paybearer.spi.IssuedToken;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldTokenTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final TestTime time = new TestTime();

    private HeldToken issued(Duration lifetime) {
        return dating(false).issued(new IssuedToken("t", lifetime), now());
    }

    private HeldToken minted(Duration lifetime) {
        return dating(true).issued(new IssuedToken("t", lifetime), now());
    }

    private TokenDating dating(boolean minted) {
        return new TokenDating(time, () -> 0, minted, Optional.empty());
    }

    private TokenDating.Moment now() {
        return dating(false).now();
    }

    @Test
    void freshness_asTimePasses_goesThroughAllStates() {
        HeldToken token = issued(HOUR);

        assertThat(token.freshness()).isEqualTo(FRESH);
        time.advance(Duration.ofMinutes(45).minusMillis(1));
        assertThat(token.freshness()).isEqualTo(FRESH);
        time.advance(Duration.ofMillis(1));
        assertThat(token.freshness()).isEqualTo(AGING);
        time.advance(Duration.ofMinutes(14));
        assertThat(token.freshness()).isEqualTo(CRITICAL);
        time.advance(Duration.ofMinutes(1));
        assertThat(token.freshness()).isEqualTo(EXPIRED);
    }

    @Test
    void lifetime_countsFromTheRequest_notFromTheAnswer() {
        TokenDating.Moment sent = now();
        time.advance(Duration.ofSeconds(7));
        HeldToken token = dating(false).issued(new IssuedToken("t", HOUR), sent);

        assertThat(token.accessToken().expiresAt())
                .isEqualTo(time.instant().minusSeconds(7).plus(HOUR));
    }

    @ParameterizedTest
    @CsvSource({"PT1H, CRITICAL", "PT61S, CRITICAL", "PT60S, FRESH", "PT-1H, FRESH", "PT-24H, FRESH"})
    void issuedToken_wallClockMoved_isDoubtedWhenItMayBeOlderThanItSeems(Duration leap, Freshness expected) {
        HeldToken token = issued(HOUR);
        time.moveWallClock(leap);

        assertThat(token.freshness()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"PT1H, CRITICAL", "PT-1H, CRITICAL", "PT-3S, CRITICAL", "PT-2S, FRESH", "PT3S, FRESH"})
    void mintedToken_wallClockMoved_isDoubtedEitherWay(Duration leap, Freshness expected) {
        HeldToken token = minted(Duration.ofMinutes(30));
        time.moveWallClock(leap);

        assertThat(token.freshness()).isEqualTo(expected);
    }

    @Test
    void expiredToken_wallClockSetBack_staysExpired() {
        HeldToken token = issued(HOUR);
        time.advance(HOUR);
        time.moveWallClock(HOUR.negated());

        assertThat(token.freshness()).isEqualTo(EXPIRED);
    }

    @Test
    void servableFor_isAHundredthOfItsLife_andEndsWhereCallersWait() {
        HeldToken token = issued(HOUR);

        assertThat(token.servableFor()).isEqualTo(HOUR.dividedBy(100));
        time.advance(Duration.ofMinutes(59).minusSeconds(10));
        assertThat(token.servableFor()).isEqualTo(Duration.ofSeconds(10));
        time.advance(Duration.ofSeconds(10));
        assertThat(token.servableFor()).isEqualTo(Duration.ZERO);
    }

    @Test
    void rejectedToken_isAsGoodAsExpired() {
        HeldToken token = issued(HOUR);
        token.reject();

        assertThat(token.rejected()).isTrue();
        assertThat(token.freshness()).isEqualTo(EXPIRED);
        assertThat(token.servableFor()).isEqualTo(Duration.ZERO);
    }

    @Test
    void toString_showsNoToken() {
        IssuedToken secret = new IssuedToken(Secret.of("tell-nobody"), Secret.of("tell-nobody-r"), HOUR);
        HeldToken token = dating(false).issued(secret, now());

        assertThat(token.toString()).doesNotContain("tell-nobody");
    }
}
