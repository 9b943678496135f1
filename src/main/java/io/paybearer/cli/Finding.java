// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that {@code doctor} has looked at.
 *
 * @param level how it went
 * @param account whose it is; empty if it is about the configuration as a whole
 * @param subject what was looked at, such as {@code clock}
 * @param text what was found, with the remedy if it is not good
 * @param exitCode the exit code if it has failed
 * @param details the same for scripts
 */
record Finding(Level level, String account, String subject, String text, int exitCode, Map<String, Object> details) {

    /** How something went. */
    enum Level {
        OK("ok, "),
        WARNING("WARNING: "),
        FAILED("FAILED: ");

        private final String said;

        Level(String said) {
            this.said = said;
        }
    }

    static Finding ok(String account, String subject, String text) {
        return new Finding(Level.OK, account, subject, text, ExitCode.OK, Map.of());
    }

    static Finding warning(String account, String subject, String text) {
        return new Finding(Level.WARNING, account, subject, text, ExitCode.OK, Map.of());
    }

    static Finding failed(String account, String subject, String text, int exitCode) {
        return new Finding(Level.FAILED, account, subject, text, exitCode, Map.of());
    }

    Finding with(Map<String, Object> more) {
        return new Finding(level, account, subject, text, exitCode, more);
    }

    boolean is(Level other) {
        return level == other;
    }

    /** The finding for people, in columns. */
    String line(int accountWidth) {
        return pad(account.isEmpty() ? "-" : account, accountWidth)
                + pad(subject, "configuration".length())
                + level.said
                + text;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()) + 2);
    }

    /** The finding for scripts. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("account", account);
        members.put("subject", subject);
        members.put("level", level.name());
        members.put("text", text);
        members.putAll(details);
        return members;
    }
}
