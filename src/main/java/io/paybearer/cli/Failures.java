// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.PaybearerConfigException;
import io.paybearer.PaybearerException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports failures: to people in words, to scripts in JSON. */
final class Failures {

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

    /** Reports a wrong command line. What was typed may be a secret, so only names of options are repeated. */
    static int usage(ParameterException mistake, String[] arguments) {
        CommandLine line = mistake.getCommandLine();
        String message = mistake instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched)
                : String.valueOf(mistake.getMessage());
        line.getErr().println("error: " + message);
        line.getErr().println("See: " + line.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static String unmatched(UnmatchedArgumentException mistake) {
        String first = mistake.getUnmatched().get(0);
        String near = mistake.getSuggestions().stream()
                .findFirst()
                .map(suggestion -> "; did you mean " + suggestion + "?")
                .orElse("");
        return first.startsWith("-")
                ? "there is no option " + first.split("=", 2)[0] + near
                : "there is no such command, or an argument too many" + near;
    }

    private static void tell(Exception failure, PrintWriter err) {
        if (failure instanceof PaybearerConfigException configuration) {
            err.println("error: the configuration cannot be used");
            configuration.problems().forEach(problem -> err.println("  - " + problem));
        } else {
            err.println("error: " + message(failure));
        }
    }

    static Map<String, Object> members(Exception failure) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(
                "message",
                failure instanceof PaybearerConfigException ? "the configuration cannot be used" : message(failure));
        if (failure instanceof PaybearerException known) {
            members.put("account", known.account());
            members.put("retryable", known.retryable());
        }
        members.put(
                "problems",
                failure instanceof PaybearerConfigException configuration ? configuration.problems() : List.of());
        return members;
    }

    private static String message(Exception failure) {
        boolean known = failure instanceof PaybearerException || failure instanceof CliException;
        return known ? String.valueOf(failure.getMessage()) : "unexpected: " + failure;
    }
}
