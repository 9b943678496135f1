// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** An HTTP server on the loopback address, with a thread for each request that is under way. */
final class SandboxServer implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool(SandboxServer::worker);
    private final AtomicBoolean closed = new AtomicBoolean();

    SandboxServer(int port, HttpHandler handler) {
        // Without it each answer on a kept connection waits 40 ms for the client's delayed acknowledgement. The JDK has
        // no other
        // switch, and reads this one when the first server of the JVM is made.
        System.getProperties().putIfAbsent(NO_DELAY, "true");
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            server = HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot start the payment sandbox on port " + port, cause);
        }
        server.createContext("/", handler);
        server.setExecutor(workers);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            workers.shutdownNow();
            server.stop(0);
        }
    }

    private static Thread worker(Runnable task) {
        Thread thread = new Thread(task, "payment-sandbox");
        thread.setDaemon(true);
        return thread;
    }
}
