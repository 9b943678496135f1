// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenEvent.Type.SERVED_WHILE_FAILING;
import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;
import static io.paybearer.token.Freshness.AGING;
import static io.paybearer.token.Freshness.CRITICAL;
import static io.paybearer.token.Freshness.EXPIRED;
import static io.paybearer.token.Freshness.FRESH;

import io.paybearer.AccessToken;
import io.paybearer.spi.AccountStatus;
import io.paybearer.spi.AccountStatus.State;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Holds one credential's token and renews it, by one attempt at a time. Thread-safe. */
public final class TokenKeeper {

    /** A token younger than this is not refused because of its age, so a new token would be refused too. */
    private static final Duration YOUNG = Duration.ofSeconds(5);

    private final TokenSource source;
    private final boolean minted;
    private final Failures failures;
    private final Executor background;
    private final Events events;
    private final SingleFlight<HeldToken> flights;
    private volatile @Nullable HeldToken held;
    private volatile boolean closed;

    TokenKeeper(TokenSource source, boolean minted, Failures failures, Executor background, Events events) {
        this.source = source;
        this.minted = minted;
        this.failures = failures;
        this.background = background;
        this.events = events;
        this.flights = new SingleFlight<>(SingleFlight.LONGEST_WAIT.plus(source.longestDetour()));
    }

    /**
     * A token that has not expired. Waits only where there is no token, or where the token is about to end.
     *
     * @return the token
     * @throws TokenRequestException if there is no token to be had. All who waited for the same attempt get the same
     *     exception. Those who come while the keeper rests get an exception that says when the next attempt is allowed.
     */
    public HeldToken get() throws TokenRequestException {
        HeldToken present = held;
        if (present == null) {
            return await(null);
        }
        return switch (present.freshness()) {
            case FRESH -> present;
            case AGING -> servedWhileRenewing(present);
            case CRITICAL -> renewedOrServed(present);
            case EXPIRED -> await(present);
        };
    }

    private HeldToken servedWhileRenewing(HeldToken present) {
        if (failures.resting(AGING)) {
            return servedWhileFailing(present);
        }
        renewBehind(present);
        return present;
    }

    private HeldToken servedWhileFailing(HeldToken present) {
        if (failures.last() != null) {
            events.tell(SERVED_WHILE_FAILING);
        }
        return present;
    }

    private HeldToken renewedOrServed(HeldToken present) throws TokenRequestException {
        if (failures.resting(CRITICAL)) {
            return servedWhileFailing(present);
        }
        try {
            return await(present);
        } catch (TokenRequestException e) {
            if (present.freshness() == EXPIRED) {
                throw e;
            }
            return servedWhileFailing(present);
        }
    }

    /** Has a token obtained in the background if there is none. A failure is told to the listeners. */
    public void warmUp() {
        if (held == null && !closed) {
            renewBehind(null);
        }
    }

    /**
     * Has a token renewed in the background. Never fails: if the executor takes no work now, a later caller tries again.
     *
     * @param seen the token that the caller is served
     */
    void renewBehind(@Nullable HeldToken seen) {
        SingleFlight<HeldToken>.Flight flight = flights.join(() -> successor(seen));
        if (flight.handOver()) {
            try {
                background.execute(flight);
            } catch (RuntimeException | OutOfMemoryError full) {
                flight.handBack();
            }
        }
    }

    /**
     * The successor of a token, from the attempt under way or from an attempt of the caller's own. On an event loop nobody
     * waits: the token is asked for in the background, and the caller gets an exception.
     *
     * @param seen the token that is to be replaced, or null if there is none
     */
    HeldToken await(@Nullable HeldToken seen) throws TokenRequestException {
        requireOpen();
        if (!minted && EventLoop.isHere()) {
            failures.requireNoRest(state(seen));
            renewBehind(seen);
            throw EventLoop.refusal();
        }
        return flights.get(() -> successor(seen));
    }

    /**
     * Runs inside a flight. A caller may have queued just before another flight finished; then the new token is already here
     * and is returned.
     */
    private HeldToken successor(@Nullable HeldToken seen) throws TokenRequestException {
        requireOpen();
        HeldToken present = held;
        Freshness state = state(present);
        if (present != null && (state == FRESH || (state == AGING && present != seen))) {
            return present;
        }
        HeldToken others = failures.resting(state) ? source.found(present) : null;
        if (others != null) {
            return landed(others);
        }
        failures.requireNoRest(state);
        try {
            return landed(source.obtain(present));
        } catch (TokenRequestException e) {
            failures.add(e, state(present), present == null ? Duration.ZERO : present.refreshMargin());
            throw e;
        }
    }

    private HeldToken landed(HeldToken successor) {
        held = successor;
        failures.forget();
        if (closed) {
            held = null;
        }
        return successor;
    }

    private void requireOpen() throws TokenRequestException {
        if (closed) {
            throw new TokenRequestException(UNAVAILABLE, "paybearer is shut down and hands out no more tokens", null);
        }
    }

    private static Freshness state(@Nullable HeldToken token) {
        return token == null ? EXPIRED : token.freshness();
    }

    /**
     * Stops serving a token that an API has refused, if it is the token that is held and has been there for 5 s.
     *
     * @param refused the token that was sent
     * @return whether it is the token that is held, and is younger
     */
    public boolean refuse(AccessToken refused) {
        HeldToken present = held;
        if (present == null || !present.accessToken().equals(refused)) {
            return false;
        }
        boolean young = present.age().compareTo(YOUNG) < 0;
        if (!young) {
            present.reject();
            source.over(present);
        }
        return young;
    }

    /**
     * What is known about the token.
     *
     * @param account the name of the account that asks
     * @return the status, without asking the provider
     */
    public AccountStatus status(String account) {
        HeldToken present = held;
        Duration remaining = present == null ? Duration.ZERO : present.remaining();
        return new AccountStatus(account, events.provider(), outlook(state(present)), remaining);
    }

    /** What would become of a call that finds the token in this state. */
    private State outlook(Freshness state) {
        TokenRequestException failure = failures.last();
        if (state != EXPIRED) {
            return failure == null ? State.VALID : State.RENEWAL_FAILING;
        }
        if (failure == null || !failures.resting(state)) {
            return closed ? State.UNAVAILABLE : State.NOT_ASKED;
        }
        return failure.kind() == REFUSED ? State.REFUSED : State.UNAVAILABLE;
    }

    /**
     * Obtains tokens through another issuer of the same credential from now on, such as an issuer that trusts other
     * certificates. The token that is held stays. Earlier failures count no more.
     *
     * @param issuer the issuer
     */
    public void askThrough(TokenIssuer issuer) {
        source.askThrough(issuer);
        failures.forget();
    }

    /** Hands out no tokens from now on. An attempt under way goes on, and those who wait for it get its outcome. */
    void close() {
        closed = true;
        held = null;
    }
}
