// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import io.paybearer.spi.EndpointAnswer;
import io.paybearer.spi.TokenRequestException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Token endpoints as an account would have them, and what comes of a call. */
final class Endpoints {

    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

    private Endpoints() {}

    static HttpTokenEndpoint plain() {
        return with(Duration.ofSeconds(20), Optional.empty(), Optional.empty());
    }

    static HttpTokenEndpoint with(Duration readTimeout, Optional<InetSocketAddress> proxy, Optional<SSLContext> tls) {
        return new HttpTokenEndpoint(
                new EndpointSettings(
                        Duration.ofSeconds(5),
                        readTimeout,
                        proxy.map(address -> new ProxySettings(address, Optional.empty())),
                        tls),
                leaf -> "paybearer.account.gate." + leaf,
                CLOCK);
    }

    static EndpointAnswer login(HttpTokenEndpoint endpoint, URI uri) throws TokenRequestException {
        return endpoint.login(uri, Map.of(), Map.of("account_id", "7d9f"));
    }

    /** The failure of a login; an answer is not expected. */
    static TokenRequestException failure(HttpTokenEndpoint endpoint, URI uri) {
        try {
            throw new AssertionError("answered " + login(endpoint, uri));
        } catch (TokenRequestException failure) {
            return failure;
        }
    }
}
