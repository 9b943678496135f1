// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** A token endpoint at the socket: it answers each request with the bytes that a test gives, and may break the connection. */
public final class RawEndpoint implements AutoCloseable {

    static final String TOKEN = "{\"access_token\":\"fresh\",\"refresh_token\":\"next\",\"expires_in\":3600}";

    private final ServerSocket server;
    private final String scheme;
    private final Script script;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /** A request, and how many came before it, in all and on its connection. */
    public record Request(String head, String body, int earlier, int earlierHere) {}

    /** What a request is answered with. */
    public interface Script {
        Reply to(Request request);
    }

    /** What becomes of the connection after an answer. */
    public enum Then {
        KEEP,
        CLOSE,
        RESET
    }

    /** Bytes, and what follows them. */
    public record Reply(byte[] bytes, Then then) {

        public static Reply keeping(String text) {
            return new Reply(text.getBytes(StandardCharsets.ISO_8859_1), Then.KEEP);
        }

        public static Reply closing(String text) {
            return new Reply(text.getBytes(StandardCharsets.ISO_8859_1), Then.CLOSE);
        }
    }

    private RawEndpoint(ServerSocket server, String scheme, Script script) {
        this.server = server;
        this.scheme = scheme;
        this.script = script;
        Thread accepting = new Thread(this::accept, "raw-endpoint");
        accepting.setDaemon(true);
        accepting.start();
    }

    public static RawEndpoint start(Script script) throws IOException {
        return new RawEndpoint(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "http", script);
    }

    public static RawEndpoint start(ServerSocketFactory tls, Script script) throws IOException {
        return new RawEndpoint(tls.createServerSocket(0, 50, InetAddress.getLoopbackAddress()), "https", script);
    }

    /** A whole answer with a body, on a connection that is kept. */
    public static String answer(String status, String headers, String body) {
        int length = body.getBytes(StandardCharsets.ISO_8859_1).length;
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + length + "\r\n\r\n" + body;
    }

    static String token() {
        return answer("200 OK", "Content-Type: application/json\r\n", TOKEN);
    }

    public URI uri() {
        return URI.create(scheme + "://localhost:" + server.getLocalPort() + "/auth/token");
    }

    public int port() {
        return server.getLocalPort();
    }

    public List<Request> requests() {
        return requests;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                Thread serving = new Thread(() -> serve(socket), "raw-connection");
                serving.setDaemon(true);
                serving.start();
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Then then = Then.KEEP;
            for (int earlierHere = 0; then == Then.KEEP; earlierHere++) {
                then = serve(socket, earlierHere);
            }
            if (then == Then.RESET) {
                socket.setSoLinger(true, 0);
            }
        } catch (IOException gone) {
            // the client has closed the connection
        }
    }

    private Then serve(Socket socket, int earlierHere) throws IOException {
        String head = head(socket.getInputStream());
        String body = new String(socket.getInputStream().readNBytes(length(head)), StandardCharsets.UTF_8);
        Request request;
        synchronized (requests) {
            request = new Request(head, body, requests.size(), earlierHere);
            requests.add(request);
        }
        Reply reply = script.to(request);
        socket.getOutputStream().write(reply.bytes());
        socket.getOutputStream().flush();
        return reply.then();
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no further request");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
