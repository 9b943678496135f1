// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.PaybearerConfigException;
import io.paybearer.RequestRefusedException;
import io.paybearer.TokenUnavailableException;

/** The exit codes, which tell a script what to do next. */
final class ExitCode {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int CONFIGURATION = 3;
    static final int REFUSED = 4;
    static final int UNAVAILABLE = 5;

    /** Their meanings, as {@code --help} shows them. A text must not contain {@code %n}. */
    static final String[] TEXTS = {
        "0:success",
        "1:it failed for another reason, which the message tells",
        "2:the command line is wrong",
        "3:the configuration cannot be used, or has no such account",
        "4:the provider refuses the credentials",
        "5:the provider cannot be reached or cannot serve now; try again"
    };

    private ExitCode() {}

    static int of(Throwable failure) {
        if (failure instanceof CliException own) {
            return own.exitCode();
        }
        if (failure instanceof PaybearerConfigException || failure instanceof RequestRefusedException) {
            return CONFIGURATION;
        }
        if (failure instanceof TokenUnavailableException missing) {
            return missing.retryable() ? UNAVAILABLE : REFUSED;
        }
        return FAILED;
    }
}
