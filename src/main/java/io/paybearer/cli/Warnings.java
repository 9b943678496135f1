// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The warnings that the library logs, gathered so that a command prints them in its own form. The log itself is not printed.
 * Warnings about tokens that cannot be obtained are left out, since the command reports that itself. Thread-safe.
 */
final class Warnings extends Handler {

    private static final String TOKENS = "io.paybearer.token";

    private final Logger logger = Logger.getLogger("io.paybearer");
    private final Formatter formatter = new SimpleFormatter();
    private final boolean usedParents = logger.getUseParentHandlers();
    private final @Nullable Level levelBefore = logger.getLevel();
    private final List<String> gathered = new ArrayList<>();

    Warnings() {
        setLevel(Level.WARNING);
        logger.setUseParentHandlers(false);
        logger.setLevel(Level.WARNING);
        logger.addHandler(this);
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        if (isLoggable(entry) && !TOKENS.equals(entry.getLoggerName())) {
            gathered.add(formatter.formatMessage(entry));
        }
    }

    synchronized void add(String warning) {
        gathered.add(warning);
    }

    /** The warnings since the last call. */
    synchronized List<String> take() {
        List<String> taken = List.copyOf(gathered);
        gathered.clear();
        return taken;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(levelBefore);
        logger.setUseParentHandlers(usedParents);
    }
}
