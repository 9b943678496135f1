// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.PaybearerConfigException;
import io.paybearer.PaybearerException;
import io.paybearer.spi.TokenRequestException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Reports failures: to people in words, to scripts in JSON. */
final class Failures {

    private static final String UNUSABLE = "the configuration cannot be used";

    private Failures() {}

    static int execution(Exception failure, CommandLine line, ParseResult all) {
        int exitCode = ExitCode.of(failure);
        @Nullable ParseResult parsed = line.getParseResult();
        if (parsed != null && parsed.hasMatchedOption(Output.JSON)) {
            line.getOut().println(Json.text(Map.of("error", members(failure), "exitCode", exitCode)));
        } else {
            tell(failure, line.getErr());
        }
        return exitCode;
    }

    private static void tell(Exception failure, PrintWriter err) {
        if (failure instanceof PaybearerConfigException configuration) {
            err.println("error: " + UNUSABLE + ": " + count(configuration));
            configuration.problems().forEach(problem -> err.println("  - " + CleanWriter.line(problem)));
            configuration.warnings().forEach(warning -> err.println("warning: " + CleanWriter.line(warning)));
        } else {
            err.println("error: " + CleanWriter.line(message(failure)));
        }
    }

    private static String count(PaybearerConfigException configuration) {
        return Count.of(
                configuration.problems().size(), configuration.warnings().size());
    }

    static Map<String, Object> members(Exception failure) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("message", failure instanceof PaybearerConfigException ? UNUSABLE : message(failure));
        if (failure instanceof PaybearerException known) {
            members.put("account", known.account());
            members.put("retryable", known.retryable());
            code(known).ifPresent(code -> members.put("code", code));
        }
        members.put(
                "problems",
                failure instanceof PaybearerConfigException configuration ? configuration.problems() : List.of());
        members.put(
                "warnings",
                failure instanceof PaybearerConfigException configuration ? configuration.warnings() : List.of());
        return members;
    }

    /** The error code that the provider has answered. */
    private static Optional<String> code(PaybearerException failure) {
        return failure.getCause() instanceof TokenRequestException request ? request.error() : Optional.empty();
    }

    private static String message(Exception failure) {
        boolean known = failure instanceof PaybearerException || failure instanceof CliException;
        return known ? String.valueOf(failure.getMessage()) : unexpected(failure);
    }

    /** A failure that nobody has foreseen. Nobody knows what its message repeats, so its class and its place stand for it. */
    static String unexpected(Throwable failure) {
        return "unexpected: " + failure.getClass().getName()
                + Arrays.stream(failure.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("io.paybearer."))
                        .findFirst()
                        .map(frame -> " at " + frame)
                        .orElse("");
    }
}
