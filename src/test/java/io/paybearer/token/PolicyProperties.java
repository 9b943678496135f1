// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of the policy for every lifetime, every node and every moment. */
class PolicyProperties {

    private static final long LONGEST = 366L * 24 * 3600 * 1000;

    private static Margins issued(long lifetimeMillis, double share) {
        return Margins.of(false, Optional.empty(), Duration.ofMillis(lifetimeMillis), share);
    }

    @Property
    void atOrAfterItsEnd_aTokenIsExpired(
            @ForAll @LongRange(min = 1000, max = LONGEST) long lifetime,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @LongRange(min = 0, max = LONGEST) long after) {
        assertThat(issued(lifetime, share).freshness(-after * 1_000_000)).isEqualTo(Freshness.EXPIRED);
        assertThat(Margins.of(true, Optional.empty(), Duration.ofMillis(lifetime), share)
                        .freshness(-after * 1_000_000))
                .isEqualTo(Freshness.EXPIRED);
    }

    @Property
    void timePassing_neverMakesATokenFresher(
            @ForAll @LongRange(min = 1000, max = LONGEST) long lifetime,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @LongRange(min = 0, max = LONGEST) long remaining,
            @ForAll @LongRange(min = 0, max = LONGEST) long step) {
        Margins margins = issued(lifetime, share);

        assertThat(margins.freshness((remaining - step) * 1_000_000))
                .isGreaterThanOrEqualTo(margins.freshness(remaining * 1_000_000));
    }

    @Property
    void everyNode_startsWithinItsWindow_andWaitsFromTheSameMoment(
            @ForAll @LongRange(min = 1000, max = LONGEST) long lifetime,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        Margins latest = issued(lifetime, 0);
        Margins earliest = issued(lifetime, 1);
        Margins node = issued(lifetime, share);

        assertThat(node.refreshFrom()).isBetween(latest.refreshFrom(), earliest.refreshFrom());
        assertThat(earliest.refreshFrom()).isLessThan(Duration.ofMillis(lifetime));
        assertThat(earliest.refreshFrom().toNanos())
                .isLessThanOrEqualTo(latest.refreshFrom().toNanos() * 4 / 3 + 1);
        assertThat(node.blockFrom()).isEqualTo(latest.blockFrom());
        assertThat(latest.blockFrom())
                .isEqualTo(
                        min(Duration.ofMinutes(1), Duration.ofMillis(lifetime).dividedBy(10)));
    }

    @Property
    void newToken_isFresh(
            @ForAll @LongRange(min = 1000, max = LONGEST) long lifetime,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        assertThat(issued(lifetime, share).freshness(lifetime * 1_000_000)).isEqualTo(Freshness.FRESH);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
