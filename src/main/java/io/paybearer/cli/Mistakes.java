// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static java.util.stream.Collectors.joining;

import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what is wrong with a command line. What was typed may be a secret, wherever it stands. So a message is made of the kind of
 * mistake and of names that commands declare, and never of what was typed or of picocli's own message, which repeats it.
 */
final class Mistakes {

    private Mistakes() {}

    static int report(ParameterException mistake, String[] arguments) {
        CommandLine line = mistake.getCommandLine();
        line.getErr().println("error: " + text(mistake));
        line.getErr().println("See: " + line.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static String text(ParameterException mistake) {
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (mistake instanceof MissingParameterException missing) {
            return missing.getMissing().stream().map(Mistakes::name).collect(joining(", ")) + " needs a value";
        }
        if (mistake instanceof OverwrittenOptionException twice) {
            return name(twice.getOverwritten()) + " can be given only once";
        }
        ArgSpec wrong = mistake.getArgSpec();
        return wrong == null ? "the command line cannot be read" : wrong(wrong);
    }

    private static String wrong(ArgSpec argument) {
        Class<?> type = argument.type();
        if (type == boolean.class) {
            return name(argument) + " takes no value";
        }
        return name(argument) + (type == int.class ? " takes a number" : " cannot have such a value");
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String unmatched(UnmatchedArgumentException mistake) {
        String what = mistake.isUnknownOption()
                ? "there is no such option"
                : "there is no such command, or an argument too many";
        return what
                + mistake.getSuggestions().stream()
                        .findFirst()
                        .map(declared -> "; did you mean " + declared + "?")
                        .orElse("");
    }
}
