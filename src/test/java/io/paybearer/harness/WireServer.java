// SPDX-License-Identifier: Apache-2.0
package io.paybearer.harness;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** An HTTP/1.1 server that keeps each request as the bytes that came, and answers with the bytes that a test writes. */
public final class WireServer implements AutoCloseable {

    /** Answers a request. If it throws, the connection is closed. */
    public interface Answers {
        void answer(Request request, OutputStream client) throws IOException, InterruptedException;
    }

    /**
     * A request.
     *
     * @param head its first line and headers
     * @param bytes all of it
     */
    public record Request(String head, byte[] bytes) {

        public String header(String name) {
            for (String line : head.split("\r\n")) {
                if (line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")) {
                    return line.substring(name.length() + 1).strip();
                }
            }
            return "";
        }

        public String text() {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static final long LONGEST_NANOS = 20_000_000_000L;

    private final ServerSocket listener;
    private final String scheme;
    private final Thread acceptor;
    private final List<Request> received = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Answers answers = (request, client) -> client.write(response(200, "OK", ""));

    private WireServer(ServerSocket listener, String scheme) {
        this.listener = listener;
        this.scheme = scheme;
        this.acceptor = daemon(this::accept);
    }

    public static WireServer http() {
        try {
            return new WireServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "http");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It wants a client's certificate. */
    public static WireServer https(SSLContext tls) {
        try {
            SSLServerSocket listener = (SSLServerSocket)
                    tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            listener.setNeedClientAuth(true);
            return new WireServer(listener, "https");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A response with a body of known length. */
    public static byte[] response(int status, String reason, String body, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " " + reason + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return (head + "Content-Type: text/plain\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    public WireServer answering(Answers how) {
        answers = how;
        return this;
    }

    public boolean secure() {
        return scheme.equals("https");
    }

    public URI uri() {
        return URI.create(scheme + "://" + (secure() ? "localhost" : "127.0.0.1") + ":" + port());
    }

    public int port() {
        return listener.getLocalPort();
    }

    public List<Request> received() {
        return received;
    }

    /** Waits until fewer connections are open; false after 20 s. A connection ends a moment after its client has closed it. */
    public synchronized boolean awaitFewerOpenThan(int bound) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_NANOS;
        for (long left = LONGEST_NANOS; open.size() >= bound && left > 0; left = end - System.nanoTime()) {
            wait(1 + left / 1_000_000);
        }
        return open.size() < bound;
    }

    private synchronized void ended(Socket client) {
        open.remove(client);
        notifyAll();
    }

    /** Accepts no connection any more; those that are open stay. The port is free only when its last accept has ended. */
    public void stopListening() {
        try {
            listener.close();
            acceptor.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stopListening();
        open.forEach(WireServer::close);
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // the client has closed it
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "wire-server");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                daemon(() -> serve(client));
            } catch (IOException closed) {
                // the loop's condition says so
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            Recorded in = new Recorded(new BufferedInputStream(client.getInputStream()));
            OutputStream out = client.getOutputStream();
            for (Request request = next(in, out); request != null; request = next(in, out)) {
                received.add(request);
                answers.answer(request, out);
                out.flush();
            }
        } catch (IOException | InterruptedException | RuntimeException gone) {
            // the test looks at what has been received
        } finally {
            ended(client);
        }
    }

    private static Request next(Recorded in, OutputStream out) throws IOException {
        in.bytes.reset();
        String head = head(in);
        if (head.isEmpty()) {
            return null;
        }
        Request headOnly = new Request(head, in.bytes.toByteArray());
        if (headOnly.header("Expect").equalsIgnoreCase("100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        if (!headOnly.header("Content-Length").isEmpty()) {
            skip(in, Integer.parseInt(headOnly.header("Content-Length")));
        } else if (headOnly.header("Transfer-Encoding").equalsIgnoreCase("chunked")) {
            for (int size = chunk(in); size > 0; size = chunk(in)) {
                skip(in, size);
                line(in);
            }
            line(in);
        }
        return new Request(head, in.bytes.toByteArray());
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).strip().split(";")[0], 16);
    }

    private static void skip(InputStream in, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            in.read();
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.append((char) next);
            if (next == '\n') {
                break;
            }
        }
        return line.toString();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = line(in); !line.isBlank(); line = line(in)) {
            head.append(line);
        }
        return head.toString();
    }

    /** Notes what is read. */
    private static final class Recorded extends FilterInputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Recorded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) {
                bytes.write(next);
            }
            return next;
        }
    }
}
