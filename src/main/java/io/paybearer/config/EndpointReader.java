// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.http.EndpointSettings;
import java.time.Duration;

/** Reads how the accounts' token endpoints are reached. Used by one thread. */
final class EndpointReader {

    private static final Duration USUAL_CONNECT = Duration.ofSeconds(2);
    private static final Duration USUAL_READ = Duration.ofSeconds(5);

    private final TlsReader tls = new TlsReader();

    /** How the endpoint of one account is reached. */
    EndpointSettings read(Leaves leaves) {
        return new EndpointSettings(
                timeout(leaves, Keys.CONNECT_TIMEOUT, USUAL_CONNECT),
                timeout(leaves, Keys.READ_TIMEOUT, USUAL_READ),
                ProxyReader.read(leaves),
                tls.read(leaves));
    }

    private static Duration timeout(Leaves leaves, String leaf, Duration usual) {
        Duration timeout = leaves.duration(leaf).orElse(usual);
        if (timeout.isZero()) {
            leaves.problem(leaf, "a timeout of zero would wait for ever; set a longer one");
            return usual;
        }
        return timeout;
    }
}
