// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SingleFlightTest {

    private final SingleFlight<String> flights = new SingleFlight<>(SingleFlight.LONGEST_WAIT);
    private final AtomicInteger runs = new AtomicInteger();

    private String work() {
        return "run " + runs.incrementAndGet();
    }

    @Test
    void flight_notYetLanded_isJoined() throws Exception {
        SingleFlight<String>.Flight flight = flights.join(this::work);

        assertThat(flights.join(this::work)).isSameAs(flight);
        flight.run();
        flight.run();
        assertThat(flight.outcome()).isEqualTo("run 1");
        assertThat(runs).hasValue(1);
    }

    @Test
    @Timeout(8)
    void flightThatIsNotRun_isWaitedForAsLongAsWasSaid() {
        SingleFlight<String> hurried = new SingleFlight<>(Duration.ofMillis(20));

        assertThatThrownBy(() -> hurried.join(this::work).outcome())
                .isInstanceOf(TokenRequestException.class)
                .hasMessageStartingWith("no answer within 0 s");
    }

    @Test
    void flight_afterTheLastHasLanded_isANewOne() throws Exception {
        flights.join(this::work).run();
        SingleFlight<String>.Flight next = flights.join(this::work);
        next.run();

        assertThat(next.outcome()).isEqualTo("run 2");
    }

    @Test
    void flight_joinedByItsOwnWork_isTheSame() {
        flights.join(() -> {
                    assertThat(flights.join(this::work).isDone()).isFalse();
                    return "outer";
                })
                .run();

        assertThat(runs).hasValue(0);
    }

    /** A listener that asks for a token would wait for itself. */
    @Test
    void caller_whoIsPartOfTheWork_failsAtOnce() throws Exception {
        String outcome = flights.get(() -> {
            assertThatThrownBy(() -> flights.get(this::work))
                    .isInstanceOf(TokenRequestException.class)
                    .hasMessageContaining("by the very code that is obtaining it");
            return "outer";
        });

        assertThat(outcome).isEqualTo("outer");
        assertThat(flights.get(this::work)).isEqualTo("run 1");
    }

    @Test
    void flight_thatFails_failsForAllWhoJoined() throws Exception {
        TokenRequestException failure = new TokenRequestException(Kind.UNAVAILABLE, "down", null);
        SingleFlight<String>.Flight flight = flights.join(() -> {
            throw failure;
        });
        SingleFlight<String>.Flight joined = flights.join(this::work);
        flight.run();

        assertThatThrownBy(joined::outcome).isSameAs(failure);
    }

    @Test
    void flight_whoseRunnerIsInterrupted_isAbandonedAndTheNextOneStarts() {
        SingleFlight<String>.Flight flight = flights.join(() -> {
            Thread.currentThread().interrupt();
            throw new CancellationException("broken off");
        });
        flight.run();

        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(flight::outcome).isInstanceOf(CancellationException.class);
        assertThat(flights.join(this::work)).isNotSameAs(flight);
    }

    @Test
    void handOver_isClaimedOnce_untilItIsHandedBack() {
        SingleFlight<String>.Flight flight = flights.join(this::work);

        assertThat(flight.handOver()).isTrue();
        assertThat(flight.handOver()).isFalse();
        flight.handBack();
        assertThat(flight.handOver()).isTrue();
    }
}
