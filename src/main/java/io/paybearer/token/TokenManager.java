package io.paybearer.token;

import io.paybearer.AccessToken;
import io.paybearer.spi.TokenRequestException;
import java.time.Duration;

/** Keeps one credential's token fresh. Thread-safe. */
public final class TokenManager {

    /** A token that is refused so soon is not refused for its age: another one would fare no better. */
    private static final Duration YOUNG = Duration.ofSeconds(5);

    private final Renewal renewal;
    private final TimeSource time;

    TokenManager(Renewal renewal, TimeSource time) {
        this.renewal = renewal;
        this.time = time;
    }

    /**
     * A token that has not expired. Waits only where there is none, or none that will live much longer.
     *
     * @return the token
     * @throws TokenRequestException if there is none to be had; all who waited for the same attempt get the same one, and
     *     those who come before the next attempt is allowed get one that says when that is
     */
    public LiveToken get() throws TokenRequestException {
        LiveToken current = renewal.held();
        if (current == null) {
            return renewal.await(null);
        }
        return switch (current.freshness(time)) {
            case FRESH -> current;
            case AGING -> servedWhileRenewing(current);
            case CRITICAL -> renewedOrServed(current);
            case EXPIRED -> renewal.await(current);
        };
    }

    private LiveToken servedWhileRenewing(LiveToken current) {
        if (!renewal.resting(Freshness.AGING)) {
            renewal.start(current);
        }
        return current;
    }

    private LiveToken renewedOrServed(LiveToken current) throws TokenRequestException {
        if (renewal.resting(Freshness.CRITICAL)) {
            return current;
        }
        try {
            return renewal.await(current);
        } catch (TokenRequestException e) {
            if (current.freshness(time) == Freshness.EXPIRED) {
                throw e;
            }
            return current;
        }
    }

    /**
     * Stops serving a token that an API has refused, if it is still the one that is served and 5 s old.
     *
     * @param refused the token that was sent
     */
    public void invalidate(AccessToken refused) {
        LiveToken current = renewal.held();
        if (current != null
                && current.accessToken().equals(refused)
                && current.age(time).compareTo(YOUNG) >= 0) {
            current.reject();
        }
    }

    /** Ends it: {@link #get()} fails from now on, what is under way ends by itself. Closing again does nothing. */
    void close() {
        renewal.close();
    }
}
