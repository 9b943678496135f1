// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;

import io.paybearer.spi.AccountStatus;
import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Holds one credential's token and replaces it, by one attempt at a time. Thread-safe. */
final class Renewal {

    private final TokenSource source;
    private final Attempts attempts;
    private final TimeSource time;
    private final Executor background;
    private final SingleFlight<HeldToken> flights = new SingleFlight<>();
    private volatile @Nullable HeldToken held;
    private volatile boolean closed;

    Renewal(TokenSource source, Attempts attempts, TimeSource time, Executor background) {
        this.source = source;
        this.attempts = attempts;
        this.time = time;
        this.background = background;
    }

    @Nullable HeldToken held() {
        return held;
    }

    /** Whether callers whose token is in this state had better not ask for another one now. */
    boolean resting(Freshness state) {
        return attempts.resting(state);
    }

    /** Whether the last attempt has failed. */
    boolean failing() {
        return attempts.failure() != null;
    }

    /** What would become of a caller. */
    AccountStatus.State status() {
        Freshness state = state(held);
        TokenRequestException failure = attempts.failure();
        if (state != Freshness.EXPIRED) {
            return failure == null ? AccountStatus.State.VALID : AccountStatus.State.RENEWAL_FAILING;
        }
        if (failure == null || !resting(state)) {
            return closed ? AccountStatus.State.UNAVAILABLE : AccountStatus.State.NOT_ASKED;
        }
        return failure.kind() == REFUSED ? AccountStatus.State.REFUSED : AccountStatus.State.UNAVAILABLE;
    }

    /** Has a token replaced behind its callers. Never fails; what cannot be started now is started by a later caller. */
    void start(@Nullable HeldToken seen) {
        SingleFlight<HeldToken>.Flight flight = flights.join(() -> successor(seen));
        if (flight.handOver()) {
            try {
                background.execute(flight);
            } catch (RuntimeException | OutOfMemoryError full) {
                flight.handBack();
            }
        }
    }

    /** The successor of a token, from the attempt under way or from one of the caller's own; none on an event loop. */
    HeldToken await(@Nullable HeldToken seen) throws TokenRequestException {
        requireOpen();
        if (source.remote() && EventLoop.isHere()) {
            attempts.require(state(seen));
            start(seen);
            throw EventLoop.refusal();
        }
        return FlightOutcome.of(flights, () -> successor(seen));
    }

    /** The work of a flight. Whoever starts one after another has landed finds its outcome and leaves it at that. */
    private HeldToken successor(@Nullable HeldToken seen) throws TokenRequestException {
        requireOpen();
        HeldToken present = held;
        Freshness state = state(present);
        if (present != null && (state == Freshness.FRESH || (state == Freshness.AGING && present != seen))) {
            return present;
        }
        HeldToken others = attempts.resting(state) ? source.found(present) : null;
        if (others != null) {
            return landed(others);
        }
        attempts.require(state);
        return landed(obtained(present));
    }

    private HeldToken obtained(@Nullable HeldToken present) throws TokenRequestException {
        try {
            return source.obtain(present);
        } catch (TokenRequestException | RuntimeException e) {
            throw noted(IssuerFailure.of(e), present);
        }
    }

    /** An attempt that was broken off by an interrupt says nothing about the provider. */
    private TokenRequestException noted(TokenRequestException error, @Nullable HeldToken present) {
        if (!Thread.currentThread().isInterrupted()) {
            attempts.failed(error, state(present), present == null ? Duration.ZERO : present.refreshMargin());
        }
        return error;
    }

    private HeldToken landed(HeldToken successor) {
        held = successor;
        attempts.succeeded();
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

    private Freshness state(@Nullable HeldToken token) {
        return token == null ? Freshness.EXPIRED : token.freshness(time);
    }

    /** From now on there are no tokens. An attempt under way goes on and is told to those who wait for it. */
    void close() {
        closed = true;
        held = null;
    }
}
