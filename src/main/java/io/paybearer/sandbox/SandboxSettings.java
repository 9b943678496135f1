// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What a test may set while the sandbox runs. Thread-safe; a change holds for the requests that arrive after it. */
public final class SandboxSettings {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Clock firstClock;
    private volatile Clock clock;
    private volatile Duration clockBehind = Duration.ZERO;
    private volatile Duration tokenLifetime = HOUR;
    private volatile TokenAnswer tokenAnswer = TokenAnswer.TOKEN;

    SandboxSettings(Clock clock) {
        this.firstClock = clock;
        this.clock = clock;
    }

    /** Everything as it was at the start. */
    void reset() {
        clock(firstClock).clockBehind(Duration.ZERO).tokenLifetime(HOUR).tokenAnswer(TokenAnswer.TOKEN);
    }

    /**
     * Sets the clock by which tokens are issued and judged. Default: the one given at the start, else the system's.
     *
     * @param clock the clock
     * @return this
     */
    public SandboxSettings clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Sets how far the providers' clocks run behind {@link #clock(Clock)}. Default: zero; negative: ahead.
     *
     * @param behind the distance
     * @return this
     */
    public SandboxSettings clockBehind(Duration behind) {
        this.clockBehind = behind;
        return this;
    }

    /**
     * Sets how long an access token of PaymentsGate lives, from its issue. Default: one hour. Tokens that were issued
     * before keep theirs.
     *
     * @param lifetime the lifetime; its whole seconds are what {@code expires_in} says
     * @return this
     */
    public SandboxSettings tokenLifetime(Duration lifetime) {
        this.tokenLifetime = lifetime;
        return this;
    }

    /**
     * Sets the shape of the answers at the authentication endpoint of borderless. Default: {@link TokenAnswer#TOKEN}.
     *
     * @param answer the shape
     * @return this
     */
    public SandboxSettings tokenAnswer(TokenAnswer answer) {
        this.tokenAnswer = answer;
        return this;
    }

    Instant now() {
        return clock.instant().minus(clockBehind);
    }

    Duration tokenLifetime() {
        return tokenLifetime;
    }

    TokenAnswer tokenAnswer() {
        return tokenAnswer;
    }
}
