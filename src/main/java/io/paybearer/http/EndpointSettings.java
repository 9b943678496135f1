// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import io.paybearer.Secret;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/**
 * How a token endpoint is reached.
 *
 * @param connectTimeout how long the connection may take
 * @param readTimeout how long the whole answer may take after that
 * @param proxy the HTTP proxy; empty means the proxy of the JVM
 * @param tls which certificates to trust and to show; empty means those of the JVM
 */
public record EndpointSettings(
        Duration connectTimeout, Duration readTimeout, Optional<ProxySettings> proxy, Optional<SSLContext> tls) {

    HttpClient.Builder httpClient() {
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(connectTimeout);
        builder.proxy(proxy.map(ProxySettings::address).map(ProxySelector::of).orElseGet(UsualProxy::new));
        tls.ifPresent(builder::sslContext);
        return builder;
    }

    /** The proxy on the way to a URI, for messages; empty if there is none. */
    Optional<String> proxyTo(URI uri, UnaryOperator<String> keys) {
        return proxy.map(given -> shown(given.address()) + " of " + keys.apply("proxy"))
                .or(() -> new UsualProxy()
                        .select(uri).stream()
                                .map(Proxy::address)
                                .filter(InetSocketAddress.class::isInstance)
                                .map(address -> shown((InetSocketAddress) address) + " of this JVM")
                                .findFirst());
    }

    private static String shown(InetSocketAddress address) {
        return "the proxy " + address.getHostString() + ":" + address.getPort();
    }

    /** What the proxy is told with each request: the JDK's client tells it the proxy alone. */
    Optional<String> proxyAuthorization() {
        return proxy.flatMap(ProxySettings::authorization).map(Secret::reveal);
    }
}
