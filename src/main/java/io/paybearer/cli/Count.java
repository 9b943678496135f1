// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much was found. What stops an application is counted apart from what does not. */
final class Count {

    private Count() {}

    /** Such as {@code 1 problem, 4 warnings}; what there is none of is left out. */
    static String of(int problems, int warnings) {
        return Stream.of(count(problems, "problem"), count(warnings, "warning"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String count(int number, String what) {
        return number == 0 ? "" : number + " " + what + (number == 1 ? "" : "s");
    }
}
