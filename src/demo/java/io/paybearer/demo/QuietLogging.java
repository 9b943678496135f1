// SPDX-License-Identifier: Apache-2.0
package io.paybearer.demo;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the log of the Rest Client's implementation out of the report: its warnings pass, its notes do not. */
final class QuietLogging implements AutoCloseable {

    /** Kept, since the log manager forgets loggers that nobody holds, and their levels with them. */
    private final List<Logger> loggers = List.of(
            Logger.getLogger("org.jboss"), Logger.getLogger("io.smallrye"), Logger.getLogger("org.apache.http"));

    private final List<Level> levels;

    QuietLogging() {
        levels = loggers.stream()
                .map(logger -> logger.getLevel() == null ? Level.ALL : logger.getLevel())
                .toList();
        loggers.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    @Override
    public void close() {
        for (int i = 0; i < loggers.size(); i++) {
            loggers.get(i).setLevel(levels.get(i) == Level.ALL ? null : levels.get(i));
        }
    }
}
