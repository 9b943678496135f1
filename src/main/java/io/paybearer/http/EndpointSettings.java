// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
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
 * @param tls which certificates to trust; empty means those that the JVM trusts
 */
public record EndpointSettings(
        Duration connectTimeout, Duration readTimeout, Optional<InetSocketAddress> proxy, Optional<SSLContext> tls) {

    HttpClient.Builder httpClient() {
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(connectTimeout);
        builder.proxy(proxy.map(ProxySelector::of).orElseGet(UsualProxy::new));
        tls.ifPresent(builder::sslContext);
        return builder;
    }
}
