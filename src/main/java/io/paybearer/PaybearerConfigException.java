// SPDX-License-Identifier: Apache-2.0
package io.paybearer;

import java.util.List;

/** A configuration that cannot be used, with all its problems. Each problem names its key. */
public final class PaybearerConfigException extends PaybearerException {

    private static final long serialVersionUID = 1L;

    private static final String ITEM = "\n  - ";

    /** An array, since a list need not be serialisable. */
    private final String[] problems;

    /** An array for the same reason. */
    private final String[] warnings;

    /**
     * All problems of one reading.
     *
     * @param problems at least one. Each names its full key and the remedy, and shows no secret
     */
    public PaybearerConfigException(List<String> problems) {
        this(problems, List.of());
    }

    /**
     * All problems of one reading, and what else is odd.
     *
     * @param problems at least one. Each names its full key and the remedy, and shows no secret
     * @param warnings what alone would not make the configuration unusable, such as a key that nothing reads. Each names its key
     */
    public PaybearerConfigException(List<String> problems, List<String> warnings) {
        super("", false, message(problems, warnings), null);
        this.problems = problems.toArray(String[]::new);
        this.warnings = warnings.toArray(String[]::new);
    }

    /**
     * The problems, in the order of the accounts.
     *
     * @return an immutable list
     */
    public List<String> problems() {
        return List.of(problems);
    }

    /**
     * What works but is probably not meant. A misspelt key among these may be the reason for a problem.
     *
     * @return an immutable list
     */
    public List<String> warnings() {
        return List.of(warnings);
    }

    private static String message(List<String> problems, List<String> warnings) {
        StringBuilder message = new StringBuilder("paybearer cannot start, ").append(count(problems, "problem"));
        if (!warnings.isEmpty()) {
            message.append(" and ").append(count(warnings, "warning"));
        }
        message.append(" in its configuration:");
        problems.forEach(problem -> message.append(ITEM).append(problem));
        warnings.forEach(warning -> message.append(ITEM).append("warning: ").append(warning));
        return message.toString();
    }

    private static String count(List<String> found, String what) {
        return found.size() + " " + what + (found.size() == 1 ? "" : "s");
    }
}
