// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Colours of the words that say how something went. They are put on last, behind the cleaning, so that no text can bring its own. */
enum Colours {

    /** For terminals. */
    ON {
        @Override
        String of(String text) {
            return VERDICT.matcher(text).replaceAll(found -> Matcher.quoteReplacement(painted(found.group())));
        }
    },

    /** For files, pipes, and people who want none. */
    OFF {
        @Override
        String of(String text) {
            return text;
        }
    };

    /** A word that begins a line and ends with a colon, or the first word of a column. */
    private static final Pattern VERDICT =
            Pattern.compile("(?m)^(?:error|warning)(?=:)|^(?:ok|WARNING|FAILED)\\b|(?<=  )(?:ok|WARNING|FAILED)\\b");

    abstract String of(String text);

    private static String painted(String word) {
        int colour = switch (word) {
            case "ok" -> 32;
            case "warning", "WARNING" -> 33;
            default -> 31;
        };
        return "\u001b[" + colour + "m" + word + "\u001b[0m";
    }
}
