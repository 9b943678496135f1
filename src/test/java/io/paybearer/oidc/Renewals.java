// SPDX-License-Identifier: Apache-2.0
package io.paybearer.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** What has become of the refresh tokens of a server that rotates them, since a test began. */
final class Renewals {

    private final OidcServer server;
    private final long before;

    Renewals(OidcServer server) {
        this.server = server;
        this.before = number(server.seen(), "renewed");
    }

    /** So many refresh tokens were used up. None came twice, whatever the server makes of it, and the server has ended nothing. */
    void assertNumber(long expected) {
        Map<?, ?> seen = server.seen();

        assertThat(number(seen, "renewed") - before).as("%s", seen).isEqualTo(expected);
        assertThat(List.of("sentTwice", "reused", "revoked", "destroyed"))
                .allSatisfy(name -> assertThat(number(seen, name)).isZero());
    }

    private static long number(Map<?, ?> seen, String name) {
        return (Long) seen.get(name);
    }
}
