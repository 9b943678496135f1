// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.time.Duration;

/** Durations as people read them: {@code 45 s}, {@code 4 min 59 s}, {@code 2 h 5 min}. */
final class LifeText {

    private LifeText() {}

    static String of(Duration duration) {
        long seconds = Math.abs(duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min" + rest(seconds % 60, " s");
        }
        return seconds / 3600 + " h" + rest(seconds % 3600 / 60, " min");
    }

    private static String rest(long number, String unit) {
        return number == 0 ? "" : " " + number + unit;
    }
}
