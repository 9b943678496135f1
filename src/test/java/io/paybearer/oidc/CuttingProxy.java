// SPDX-License-Identifier: Apache-2.0
package io.paybearer.oidc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy in front of a server that may cut a connection when the server has answered: the request has been acted on by then. */
final class CuttingProxy implements AutoCloseable {

    private static final int NO_CUT = -1;

    private final URI server;
    private final ServerSocket listener;
    private final AtomicInteger passed = new AtomicInteger(NO_CUT);
    private final AtomicInteger cuts = new AtomicInteger();

    CuttingProxy(URI server) {
        this.server = server;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    /** The same resource of the server, by way of the proxy. */
    URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + server.getPath());
    }

    /** Of the next answer only so many bytes arrive. */
    void cutAfter(int bytes) {
        passed.set(bytes);
    }

    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                daemon(() -> serve(client));
            } catch (IOException closed) {
                // the loop's condition says so
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket upstream = new Socket(server.getHost(), server.getPort())) {
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            daemon(() -> forward(client, upstream));
            answer(upstream, client);
        } catch (IOException ended) {
            // one side has closed its connection
        }
    }

    private static void forward(Socket client, Socket upstream) {
        try {
            client.getInputStream().transferTo(upstream.getOutputStream());
            upstream.shutdownOutput();
        } catch (IOException ended) {
            // the other direction ends as well
        }
    }

    private void answer(Socket upstream, Socket client) throws IOException {
        InputStream in = upstream.getInputStream();
        OutputStream out = client.getOutputStream();
        byte[] buffer = new byte[8192];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            int most = passed.getAndSet(NO_CUT);
            out.write(buffer, 0, most == NO_CUT ? length : Math.min(most, length));
            if (most != NO_CUT) {
                cuts.incrementAndGet();
                return;
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
