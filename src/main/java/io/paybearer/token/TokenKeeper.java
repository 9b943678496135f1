// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenEvent.Type.SERVED_WHILE_FAILING;

import io.paybearer.AccessToken;
import io.paybearer.spi.AccountStatus;
import io.paybearer.spi.TokenRequestException;
import java.time.Duration;

/** Keeps one credential's token fresh. Thread-safe. */
public final class TokenKeeper {

    /** A token that is refused so soon is not refused for its age: another one would fare no better. */
    private static final Duration YOUNG = Duration.ofSeconds(5);

    private final Renewal renewal;
    private final TimeSource time;
    private final Events events;

    TokenKeeper(Renewal renewal, TimeSource time, Events events) {
        this.renewal = renewal;
        this.time = time;
        this.events = events;
    }

    /**
     * A token that has not expired. Waits only where there is none, or none that will live much longer.
     *
     * @return the token
     * @throws TokenRequestException if there is none to be had; all who waited for the same attempt get the same one, and
     *     those who come before the next attempt is allowed get one that says when that is
     */
    public HeldToken get() throws TokenRequestException {
        HeldToken current = renewal.held();
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

    private HeldToken servedWhileRenewing(HeldToken current) {
        if (renewal.resting(Freshness.AGING)) {
            return servedWhileFailing(current);
        }
        renewal.start(current);
        return current;
    }

    private HeldToken servedWhileFailing(HeldToken current) {
        if (renewal.failing()) {
            events.tell(SERVED_WHILE_FAILING);
        }
        return current;
    }

    private HeldToken renewedOrServed(HeldToken current) throws TokenRequestException {
        if (renewal.resting(Freshness.CRITICAL)) {
            return servedWhileFailing(current);
        }
        try {
            return renewal.await(current);
        } catch (TokenRequestException e) {
            if (current.freshness(time) == Freshness.EXPIRED) {
                throw e;
            }
            return servedWhileFailing(current);
        }
    }

    /**
     * Stops serving a token that an API has refused, if it is still the one that is served and 5 s old.
     *
     * @param refused the token that was sent
     */
    public void refuse(AccessToken refused) {
        HeldToken current = renewal.held();
        if (current != null
                && current.accessToken().equals(refused)
                && current.age(time).compareTo(YOUNG) >= 0) {
            current.reject();
        }
    }

    /**
     * What is known.
     *
     * @param account the name of the account that it is for
     * @return the status, without asking anybody
     */
    public AccountStatus status(String account) {
        HeldToken current = renewal.held();
        Duration remaining = current == null ? Duration.ZERO : current.remaining(time);
        return new AccountStatus(account, events.provider(), renewal.status(), remaining);
    }

    /** Ends it: {@link #get()} fails from now on, what is under way ends by itself. Closing again does nothing. */
    void close() {
        renewal.close();
    }
}
