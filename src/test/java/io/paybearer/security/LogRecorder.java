// SPDX-License-Identifier: Apache-2.0
package io.paybearer.security;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Records what is logged at the finest level: all loggers but the wire logs of the HTTP engines under test and of the JDK's
 * server in the sandbox, which print what an application's own client sends.
 */
final class LogRecorder extends Handler {

    private static final List<String> WIRE_LOGS = List.of("org.apache.http", "com.sun.net.httpserver", "sun.net");

    private final Logger root = Logger.getLogger("");
    private final Formatter formatter = new SimpleFormatter();
    private final List<String> records = new CopyOnWriteArrayList<>();
    private final Level before = root.getLevel();

    void start() {
        setLevel(Level.ALL);
        root.setLevel(Level.ALL);
        root.addHandler(this);
    }

    void stop() {
        root.removeHandler(this);
        root.setLevel(before);
    }

    List<String> records() {
        return records;
    }

    @Override
    public void publish(LogRecord entry) {
        String logger = String.valueOf(entry.getLoggerName());
        if (WIRE_LOGS.stream().noneMatch(logger::startsWith)) {
            records.add(logger + " " + formatter.format(entry));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
