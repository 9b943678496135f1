// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** An address at which connections are refused, or never accepted. */
final class DeadEndpoint implements AutoCloseable {

    private static final int NO_MORE_AFTER_MILLIS = 300;
    private static final int MOST = 50;

    private final ServerSocket server;
    private final List<Socket> waiting = new ArrayList<>();

    private DeadEndpoint(ServerSocket server) {
        this.server = server;
    }

    /** Nobody listens at the port, or at any port if it is 0. */
    static DeadEndpoint refusing(int port) throws IOException {
        DeadEndpoint dead = new DeadEndpoint(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        dead.server.close();
        return dead;
    }

    /** Somebody listens at the port, or at any port if it is 0, and the queue is full. */
    static DeadEndpoint deaf(int port) throws IOException {
        DeadEndpoint dead = new DeadEndpoint(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        while (dead.queued() && dead.waiting.size() < MOST) {
            // one more takes a place in the queue
        }
        return dead;
    }

    private boolean queued() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), NO_MORE_AFTER_MILLIS);
            waiting.add(socket);
            return true;
        } catch (SocketTimeoutException full) {
            socket.close();
            return false;
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void close() {
        try {
            for (Socket socket : waiting) {
                socket.close();
            }
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
