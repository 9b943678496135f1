// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.apache.http.config.SocketConfig;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.bootstrap.HttpServer;
import org.apache.http.impl.bootstrap.ServerBootstrap;

/**
 * A server on loopback that answers everything at once with two bytes. It is Apache HttpCore's, since the JDK's reads a header
 * byte by byte, for a fifth of the whole call.
 */
final class EchoServer implements AutoCloseable {

    private final HttpServer server;

    private EchoServer(HttpServer server) {
        this.server = server;
    }

    static EchoServer start() throws IOException {
        HttpServer server = ServerBootstrap.bootstrap()
                .setLocalAddress(InetAddress.getLoopbackAddress())
                .setListenerPort(0)
                .setSocketConfig(SocketConfig.custom().setTcpNoDelay(true).build())
                .registerHandler(
                        "*",
                        (request, answer, context) -> answer.setEntity(new StringEntity("ok", ContentType.TEXT_PLAIN)))
                .create();
        server.start();
        return new EchoServer(server);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void close() {
        server.shutdown(0, TimeUnit.SECONDS);
    }
}
