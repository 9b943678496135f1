// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.Set;

/**
 * A family of paths: those whose first segment is in a set, such as {@code /deals/payin} for {@code deals}.
 *
 * @param firstSegments the segments, without slashes
 */
record Paths(Set<String> firstSegments) {

    static Paths below(String... firstSegments) {
        return new Paths(Set.of(firstSegments));
    }

    boolean contain(String path) {
        return path.startsWith("/") && firstSegments.contains(path.split("/", 3)[1]);
    }
}
