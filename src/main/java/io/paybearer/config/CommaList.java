// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.util.List;
import java.util.stream.Stream;

/** Reads comma-separated lists: spaces around the items and empty items do not count. */
final class CommaList {

    private CommaList() {}

    static List<String> of(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
