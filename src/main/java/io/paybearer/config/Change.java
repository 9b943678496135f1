// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A change of files, whose writer may not have finished yet.
 *
 * @param seen what the files held
 * @param since when that was seen for the first time
 */
record Change(Sighting seen, Instant since) {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** This sighting after an earlier one. It is a new change if the files hold something else now, or the clock was set back. */
    static Change after(@Nullable Change earlier, Sighting seen, Instant now) {
        return earlier != null && seen.equals(earlier.seen) && !now.isBefore(earlier.since)
                ? earlier
                : new Change(seen, now);
    }

    /** Whether the writer has finished: the same was seen twice, a second apart, or nothing was written for a good while. */
    boolean settled(Collection<WatchedFile> files, Instant now) {
        return Duration.between(since, now).compareTo(PAUSE) >= 0
                || files.stream().allMatch(file -> file.quiet(now));
    }
}
