// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The settings that a test may change while the sandbox runs, for the requests that arrive afterwards. Thread-safe. */
public final class SandboxSettings {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Clock firstClock;
    private final SandboxClock passed = new SandboxClock();
    private volatile Clock clock;
    private volatile Duration clockBehind = Duration.ZERO;
    private volatile Duration tokenLifetime = HOUR;
    private final OAuth2Settings oauth2 = new OAuth2Settings();
    private volatile TokenAnswer tokenAnswer = TokenAnswer.TOKEN;

    SandboxSettings(Clock clock) {
        this.firstClock = clock;
        this.clock = clock;
    }

    /** Sets everything back to what it was at the start. */
    void reset() {
        passed.reset();
        oauth2.reset();
        clock(firstClock).clockBehind(Duration.ZERO).tokenLifetime(HOUR).tokenAnswer(TokenAnswer.TOKEN);
    }

    /**
     * Sets the clock by which tokens are issued and judged. Default: the clock given at the start, or else the system's.
     *
     * @param clock the clock
     * @return this
     */
    public SandboxSettings clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Sets how far the providers' clocks are behind {@link #clock(Clock)}. Default: zero. A negative distance puts them
     * ahead.
     *
     * @param behind the distance
     * @return this
     */
    public SandboxSettings clockBehind(Duration behind) {
        this.clockBehind = behind;
        return this;
    }

    /**
     * Sets how long an access token of PaymentsGate or the OAuth 2.0 server lives, counted from its issue. Default: one hour. Tokens that were
     * issued before keep their lifetime.
     *
     * @param lifetime the lifetime; {@code expires_in} says its whole seconds
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

    /**
     * The shape of the OAuth 2.0 server's answers.
     *
     * @return its settings, to be changed at any time
     */
    public OAuth2Settings oauth2() {
        return oauth2;
    }

    Instant now() {
        return clock.instant().plus(passed.ahead()).minus(clockBehind);
    }

    SandboxClock passed() {
        return passed;
    }

    Duration clockBehind() {
        return clockBehind;
    }

    Duration tokenLifetime() {
        return tokenLifetime;
    }

    TokenAnswer tokenAnswer() {
        return tokenAnswer;
    }
}
