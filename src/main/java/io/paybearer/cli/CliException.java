// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

/** Something that a person can put right, with the exit code that says so to scripts. */
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
