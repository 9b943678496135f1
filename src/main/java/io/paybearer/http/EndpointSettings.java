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
        builder.proxy(proxies());
        tls.ifPresent(builder::sslContext);
        return builder;
    }

    private ProxySelector proxies() {
        return proxy.map(ProxySettings::address).map(ProxySelector::of).orElseGet(UsualProxy::new);
    }

    /**
     * The HTTP proxy on the way to an endpoint: the account's, or that of the JVM.
     *
     * @param uri the endpoint
     * @return where the proxy is; empty if there is none on the way
     */
    public Optional<InetSocketAddress> proxyTo(URI uri) {
        return proxies().select(uri).stream()
                .filter(found -> found.type() == Proxy.Type.HTTP)
                .map(found -> (InetSocketAddress) found.address())
                .findFirst();
    }

    /** What the proxy is told with each request: the JDK's client tells it the proxy alone. */
    Optional<String> proxyAuthorization() {
        return proxy.flatMap(ProxySettings::authorization).map(Secret::reveal);
    }
}
