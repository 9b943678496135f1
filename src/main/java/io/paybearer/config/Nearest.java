// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** The word that somebody probably meant, for the question "did you mean …?". */
public final class Nearest {

    private Nearest() {}

    /**
     * The candidate that was probably meant.
     *
     * @param word what was written
     * @param candidates what there is
     * @return the candidate with the smallest edit distance; empty if no candidate is near
     */
    public static Optional<String> to(String word, Collection<String> candidates) {
        int limit = Math.max(2, word.length() / 3);
        String nearest = null;
        int smallest = limit + 1;
        for (String candidate : new TreeSet<>(candidates)) {
            int distance = distance(word, candidate);
            if (distance < smallest) {
                smallest = distance;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Levenshtein's edit distance, computed with one row of its table. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int substituted = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
