// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.origin.Origin;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** This machine's clock beside that of an endpoint. */
final class ClockCheck {

    private final String account;
    private final Origin origin;
    private final InstantSource clock;

    ClockCheck(String account, Origin origin, InstantSource clock) {
        this.account = account;
        this.origin = origin;
        this.clock = clock;
    }

    /** Dates of HTTP have whole seconds, and the answer takes a moment. */
    private static final Duration CLOSE = Duration.ofSeconds(5);

    /** Providers refuse tokens that are dated further away. */
    private static final Duration FAR = Duration.ofSeconds(60);

    /** Asks an endpoint for the time. */
    interface Asking {
        Optional<Instant> date() throws IOException;
    }

    Finding against(Asking endpoint) {
        Instant before = clock.instant();
        try {
            Optional<Instant> theirs = endpoint.date();
            Instant middle =
                    before.plus(Duration.between(before, clock.instant()).dividedBy(2));
            return theirs.map(date -> compared(Duration.between(date, middle)))
                    .orElseGet(() -> Finding.ok(account, "clock", origin + " does not say what time it is there"));
        } catch (IOException e) {
            return Finding.warning(
                    account,
                    "clock",
                    origin + " gives no answer to HEAD (" + e.getClass().getSimpleName()
                            + "), so the clocks are not compared; check the URI");
        }
    }

    private Finding compared(Duration ahead) {
        Map<String, Object> details = Map.of("secondsAhead", ahead.toSeconds());
        Duration apart = ahead.abs();
        String by = apart.toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of") + " that of " + origin;
        if (apart.compareTo(CLOSE) <= 0) {
            return Finding.ok(account, "clock", "it is within 5 s of that of " + origin)
                    .with(details);
        }
        String text = "this machine's clock is " + by + "; set it, for instance by NTP (timedatectl, chronyc), or a"
                + " provider may refuse tokens as too early or too late";
        return (apart.compareTo(FAR) > 0
                        ? Finding.failed(account, "clock", text, ExitCode.FAILED)
                        : Finding.warning(account, "clock", text))
                .with(details);
    }
}
