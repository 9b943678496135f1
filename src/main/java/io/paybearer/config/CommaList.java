// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated lists: spaces around the items and empty items do not count. */
final class CommaList {

    private CommaList() {}

    static List<String> of(String text) {
        List<String> items = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return List.copyOf(items);
    }
}
