// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

/** A failure that the user can put right, with the exit code that tells scripts so. */
final class CliException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    CliException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
