// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;
import static java.util.Objects.requireNonNull;

import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What callers get who take part in a flight: its outcome, in bounded time. */
final class FlightOutcome {

    /** How long a caller waits for a flight that somebody else runs. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private FlightOutcome() {}

    /**
     * The outcome of the flight under way, or of a new one that the caller runs.
     *
     * @throws TokenRequestException if it failed, the same for all who took part; or if this caller cannot wait any longer
     */
    static <T> T of(SingleFlight<T> flights, Callable<T> work) throws TokenRequestException {
        while (true) {
            SingleFlight<T>.Flight flight = flights.join(work);
            flight.run();
            try {
                return valueOf(flight.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS));
            } catch (CancellationException abandoned) {
                requireUninterrupted(abandoned);
            } catch (ExecutionException e) {
                throw IssuerFailure.of(requireNonNull(e.getCause()));
            } catch (TimeoutException e) {
                throw new TokenRequestException(UNAVAILABLE, "no answer within " + LONGEST_WAIT.toSeconds() + " s", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw interrupted(e);
            }
        }
    }

    private static <T> T valueOf(SingleFlight.Outcome<T> outcome) throws TokenRequestException {
        T value = outcome.value();
        if (value == null) {
            throw IssuerFailure.of(requireNonNull(outcome.failure()));
        }
        return value;
    }

    /** Whoever ran the flight was interrupted. The others start over. */
    private static void requireUninterrupted(CancellationException abandoned) throws TokenRequestException {
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted(abandoned);
        }
    }

    private static TokenRequestException interrupted(Exception cause) {
        return new TokenRequestException(UNAVAILABLE, "the thread was interrupted while it waited for a token", cause);
    }
}
