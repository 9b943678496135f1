// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.List;
import java.util.stream.Stream;

/**
 * The paths of an endpoint. They are compared as they were sent, not decoded.
 *
 * @param roots the paths, each with a slash at the beginning
 * @param allBelow whether the paths below them belong to the endpoint too, such as {@code /deals/payin} to {@code /deals}
 */
record Paths(List<String> roots, boolean allBelow) {

    static Paths exactly(String path) {
        return new Paths(List.of(path), false);
    }

    static Paths below(String... roots) {
        return new Paths(List.of(roots), true);
    }

    boolean contain(String path) {
        return roots.stream().anyMatch(root -> path.equals(root) || (allBelow && path.startsWith(root + "/")));
    }

    /** The paths for people to read: {@code /auth/token}, or {@code /deals/…} with all that is below. */
    Stream<String> shown() {
        return roots.stream().map(root -> allBelow ? root + "/…" : root);
    }
}
