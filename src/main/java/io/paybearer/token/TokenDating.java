package io.paybearer.token;

import io.paybearer.spi.IssuedToken;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Puts dates on tokens.
 *
 * @param time both clocks
 * @param policy the margins
 * @param random from 0 to 1, drawn once for each token
 */
public record TokenDating(TimeSource time, FreshnessPolicy policy, DoubleSupplier random) {

    /** When a request was sent, by both clocks. */
    record Moment(long nanos, long millis) {}

    Moment now() {
        return new Moment(time.monotonicNanos(), time.millis());
    }

    LiveToken issued(IssuedToken token, Moment sent) {
        Windows windows = policy.windows(token.lifetime(), random.getAsDouble());
        return new LiveToken(token, windows, sent.nanos(), sent.millis());
    }

    /** A token that another one asked for: its age is known by the wall clock alone. */
    LiveToken adopted(IssuedToken token, long sentMillis) {
        Moment now = now();
        long age = Math.max(0, now.millis() - sentMillis);
        return issued(token, new Moment(now.nanos() - Duration.ofMillis(age).toNanos(), now.millis() - age));
    }
}
