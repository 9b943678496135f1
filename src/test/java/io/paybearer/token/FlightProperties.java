// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.AccessToken;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens in whatever order: no token is served at or after its end, and there is never a second flight. */
class FlightProperties {

    /** What may happen. */
    enum Event {
        CALL,
        CALL_AGAIN,
        SECOND_PASSES,
        MINUTE_PASSES,
        QUARTER_PASSES,
        BACKGROUND_RUNS,
        PROVIDER_FAILS,
        PROVIDER_REFUSES,
        PROVIDER_STOPS_ANSWERING,
        PROVIDER_IS_WELL,
        TOKEN_IS_REFUSED,
        WALL_CLOCK_LEAPS,
        WALL_CLOCK_FALLS_BACK
    }

    @Provide
    Arbitrary<List<Event>> histories() {
        return Arbitraries.of(Event.class).list().ofMaxSize(80);
    }

    @Property(tries = 2000)
    void anyHistory_servesNoExpiredToken_andNeverStartsASecondFlight(@ForAll("histories") List<Event> history) {
        Bench bench = Bench.remote();
        for (Event event : history) {
            play(event, bench);
            assertThat(bench.background.pending()).as("flights under way").isLessThanOrEqualTo(1);
        }
    }

    private static void play(Event event, Bench bench) {
        switch (event) {
            case CALL, CALL_AGAIN -> call(bench);
            case SECOND_PASSES -> bench.advance(Duration.ofSeconds(1));
            case MINUTE_PASSES -> bench.advance(Duration.ofMinutes(1));
            case QUARTER_PASSES -> bench.advance(Duration.ofMinutes(15));
            case BACKGROUND_RUNS -> bench.background.runAll();
            case PROVIDER_FAILS -> bench.issuer.usually(ScriptedIssuer.failing(Kind.UNAVAILABLE));
            case PROVIDER_REFUSES -> bench.issuer.usually(ScriptedIssuer.failing(Kind.REFUSED));
            case PROVIDER_STOPS_ANSWERING -> bench.issuer.usually(ScriptedIssuer.failing(Kind.OUTCOME_UNKNOWN));
            case PROVIDER_IS_WELL -> bench.issuer.usually(ScriptedIssuer.lasting(Duration.ofHours(1)));
            case TOKEN_IS_REFUSED -> refuse(bench);
            case WALL_CLOCK_LEAPS -> bench.time.moveWallClock(Duration.ofHours(1));
            case WALL_CLOCK_FALLS_BACK -> bench.time.moveWallClock(Duration.ofHours(-1));
        }
    }

    private static void call(Bench bench) {
        try {
            HeldToken served = bench.keeper.get();
            assertThat(served.freshness()).isNotEqualTo(Freshness.EXPIRED);
            assertThat(served.rejected()).isFalse();
        } catch (TokenRequestException noToken) {
            assertThat(noToken.getMessage()).isNotEmpty();
        }
    }

    private static void refuse(Bench bench) {
        try {
            AccessToken served = bench.keeper.get().accessToken();
            bench.keeper.refuse(served);
        } catch (TokenRequestException noToken) {
            assertThat(noToken.getMessage()).isNotEmpty();
        }
    }
}
