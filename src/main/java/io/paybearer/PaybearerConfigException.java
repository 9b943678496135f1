// SPDX-License-Identifier: Apache-2.0
package io.paybearer;

import java.util.List;

/** A configuration that cannot be used, with all its problems. Each problem names its key. */
public final class PaybearerConfigException extends PaybearerException {

    private static final long serialVersionUID = 1L;

    /** An array, since a list need not be serialisable. */
    private final String[] problems;

    /**
     * All problems of one reading.
     *
     * @param problems at least one. Each names its full key and the remedy, and shows no secret
     */
    public PaybearerConfigException(List<String> problems) {
        super("", false, message(problems), null);
        this.problems = problems.toArray(String[]::new);
    }

    /**
     * A problem that something else has caused, such as a class that is missing.
     *
     * @param problem what is wrong, with the remedy; it shows no secret
     * @param cause what has caused it
     */
    public PaybearerConfigException(String problem, Throwable cause) {
        super("", false, message(List.of(problem)), cause);
        this.problems = new String[] {problem};
    }

    /**
     * The problems, in the order of the accounts.
     *
     * @return an immutable list
     */
    public List<String> problems() {
        return List.of(problems);
    }

    private static String message(List<String> problems) {
        return "paybearer cannot start, " + problems.size() + (problems.size() == 1 ? " problem" : " problems")
                + " in its configuration:\n  - " + String.join("\n  - ", problems);
    }
}
