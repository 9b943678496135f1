// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

/** What was typed, one line a command: the page, the seconds, whether it failed, the command. */
record Protocol(Path file, String page) {

    /** Begins a new protocol. */
    static Protocol begin(Path file, String page) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        return new Protocol(file, page);
    }

    /** The same protocol, for the commands of another page. */
    Protocol of(String other) {
        return new Protocol(file, other);
    }

    /** Writes a command down that has ended, or that goes on and has printed what was waited for. */
    void add(String command, long startedAt, String verdict) {
        double seconds = Duration.ofNanos(System.nanoTime() - startedAt).toMillis() / 1000.0;
        String line = String.format(Locale.ROOT, "%-32s %6.1f s  %-6s  %s%n", page, seconds, verdict, command.strip());
        try {
            Files.writeString(file, line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
