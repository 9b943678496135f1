package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.OUTCOME_UNKNOWN;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;

import io.paybearer.AccessToken;
import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Keeps one credential's token fresh. Thread-safe. */
public final class TokenManager {

    /** How long a caller waits for a flight that somebody else runs. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final TokenSource source;
    private final TimeSource time;
    private final Executor background;
    private final SingleFlight<LiveToken> flights = new SingleFlight<>();
    private volatile @Nullable LiveToken held;

    TokenManager(TokenSource source, TimeSource time, Executor background) {
        this.source = source;
        this.time = time;
        this.background = background;
    }

    /**
     * A token that has not expired. Waits only where there is none, or none that will live much longer.
     *
     * @return the token
     * @throws TokenRequestException if there is none to be had; all who waited for the same attempt get the same one
     */
    public LiveToken get() throws TokenRequestException {
        LiveToken current = held;
        if (current == null) {
            return renewed(null);
        }
        return switch (current.freshness(time)) {
            case FRESH -> current;
            case AGING -> servedWhileRenewing(current);
            case CRITICAL -> renewedOrServed(current);
            case EXPIRED -> renewed(current);
        };
    }

    /**
     * Stops serving a token that an API has refused, if it is still the one that is served.
     *
     * @param refused the token that was sent
     */
    public void invalidate(AccessToken refused) {
        LiveToken current = held;
        if (current != null && current.accessToken().equals(refused)) {
            current.reject();
        }
    }

    private LiveToken servedWhileRenewing(LiveToken current) {
        SingleFlight<LiveToken>.Flight flight = flights.join(() -> replace(current));
        if (flight.handOver()) {
            try {
                background.execute(flight);
            } catch (RejectedExecutionException full) {
                flight.handBack();
            }
        }
        return current;
    }

    private LiveToken renewedOrServed(LiveToken current) throws TokenRequestException {
        try {
            return renewed(current);
        } catch (TokenRequestException e) {
            if (current.freshness(time) == Freshness.EXPIRED) {
                throw e;
            }
            return current;
        }
    }

    private LiveToken renewed(@Nullable LiveToken current) throws TokenRequestException {
        SingleFlight<LiveToken>.Flight flight = flights.join(() -> replace(current));
        flight.run();
        return outcome(flight);
    }

    /** The work of a flight. Whoever starts one after another has landed finds the new token and leaves it. */
    private LiveToken replace(@Nullable LiveToken seen) throws TokenRequestException {
        LiveToken present = held;
        if (present != null && present != seen && present.freshness(time) == Freshness.FRESH) {
            return present;
        }
        LiveToken successor = source.obtain(present);
        held = successor;
        return successor;
    }

    private static LiveToken outcome(SingleFlight<LiveToken>.Flight flight) throws TokenRequestException {
        try {
            return flight.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (TimeoutException e) {
            throw new TokenRequestException(UNAVAILABLE, "no answer within " + LONGEST_WAIT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenRequestException(UNAVAILABLE, "interrupted while waiting for it", e);
        }
    }

    private static TokenRequestException failure(@Nullable Throwable cause) {
        return cause instanceof TokenRequestException expected
                ? expected
                : new TokenRequestException(OUTCOME_UNKNOWN, "the token issuer failed: " + cause, cause);
    }
}
