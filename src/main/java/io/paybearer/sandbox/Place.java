// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

/**
 * Where an endpoint is.
 *
 * @param provider the stand-in that it belongs to
 * @param paths its paths
 * @param challenges whether a 401 carries a challenge. An API challenges, a token endpoint does not
 */
record Place(Provider provider, Paths paths, boolean challenges) {

    /** An endpoint that issues tokens, or takes them back. */
    static Place login(Provider provider, String path) {
        return new Place(provider, Paths.exactly(path), false);
    }

    /** An API that wants tokens. */
    static Place api(Provider provider, String... roots) {
        return new Place(provider, Paths.below(roots), true);
    }
}
