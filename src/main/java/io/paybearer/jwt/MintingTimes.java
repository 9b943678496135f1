// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jwt;

import io.paybearer.spi.AccountSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The rule for the dates of minted tokens.
 *
 * @param clock the wall clock
 * @param lifetime how long a token lives, counted from its {@code iat}
 * @param skew how far {@code iat} lies before now, for a provider whose clock is slow
 */
public record MintingTimes(InstantSource clock, Duration lifetime, Duration skew) {

    /** The skew where the provider needs no other. */
    public static final Duration USUAL_SKEW = Duration.ofSeconds(5);

    /**
     * Reads {@code token-lifetime} and {@code clock-skew}.
     *
     * @param settings the account's configuration
     * @param usual the lifetime when none is configured
     * @param usualSkew the skew when none is configured
     * @param longest the longest lifetime that the provider grants; empty if it accepts whatever {@code exp} says
     * @return the rule
     */
    public static MintingTimes read(
            AccountSettings settings, Duration usual, Duration usualSkew, Optional<Duration> longest) {
        Duration lifetime = settings.duration("token-lifetime", usual);
        Duration skew = settings.duration("clock-skew", usualSkew);
        if (longest.isPresent() && lifetime.compareTo(longest.get()) > 0) {
            settings.problem(
                    "token-lifetime",
                    "it is " + lifetime.toSeconds() + " s, the provider grants at most "
                            + longest.get().toSeconds() + " s; lower it");
        }
        if (lifetime.minus(skew).compareTo(skew) <= 0) {
            settings.problem(
                    "token-lifetime",
                    "it is " + lifetime.toSeconds() + " s, which must be more than twice the clock-skew of "
                            + skew.toSeconds() + " s");
        }
        return new MintingTimes(settings.clock(), lifetime, skew);
    }

    /**
     * Lifetime and skew as a part of {@link io.paybearer.spi.TokenIssuer#credential()}.
     *
     * @return both, such as {@code PT15M PT5S}
     */
    public String text() {
        return lifetime + " " + skew;
    }

    /**
     * The dates of one token.
     *
     * @param issuedAt {@code iat}, seconds since 1970
     * @param expiresAt {@code exp}, seconds since 1970
     * @param remaining how long the provider accepts it, counted from now
     */
    public record Dates(long issuedAt, long expiresAt, Duration remaining) {}

    /**
     * The dates of a token that is minted now, from one reading of the clock.
     *
     * @return the dates
     */
    public Dates now() {
        long millis = clock.millis();
        long issuedAt = Math.floorDiv(millis - skew.toMillis(), 1000);
        long expiresAt = issuedAt + lifetime.toSeconds();
        return new Dates(issuedAt, expiresAt, Duration.ofMillis(expiresAt * 1000 - millis));
    }
}
