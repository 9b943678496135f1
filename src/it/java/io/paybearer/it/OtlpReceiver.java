// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/** Takes what OpenTelemetry exports over HTTP. Protocol buffers hold texts as they are, so nothing has to be decoded. */
final class OtlpReceiver implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final HttpServer server;
    private final LinkedBlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    private final StringBuilder all = new StringBuilder();

    OtlpReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void take(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream raw = exchange.getRequestBody();
                InputStream body = zipped ? new GZIPInputStream(raw) : raw) {
            bodies.add(exchange.getRequestURI() + " " + new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
        exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    /** Waits until all of these texts have been exported, and returns everything that has. */
    String await(String... texts) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        for (String text : texts) {
            while (all.indexOf(text) < 0) {
                String body = bodies.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (body == null) {
                    throw new AssertionError(text + " was not exported; received was: " + all);
                }
                all.append(body).append('\n');
            }
        }
        return all.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
