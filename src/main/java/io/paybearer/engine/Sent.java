// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engine;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is sent of a request: the bytes of its entity, copied on their way out, and the headers as they were after the last filter.
 * Of an entity longer than 1 MiB nothing is kept.
 */
public final class Sent extends FilterOutputStream {

    /** The longest entity that is kept, in bytes. */
    static final int LONGEST = 1024 * 1024;

    /**
     * Headers that writers, encoders and transports set. No other may change after our filter: whoever sets it, such as an
     * interceptor that signs, has seen the token, and the value may be right for that token alone.
     */
    private static final Set<String> OF_THE_TRANSPORT = Set.of(
            "accept",
            "accept-encoding",
            "cache-control",
            "connection",
            "content-encoding",
            "content-language",
            "content-length",
            "content-type",
            "expect",
            "host",
            "mime-version",
            "pragma",
            "transfer-encoding",
            "user-agent",
            "vary");

    private final boolean innermost;
    private final List<Object> headers;
    private @Nullable ByteArrayOutputStream kept = new ByteArrayOutputStream();

    private Sent(OutputStream wire, boolean innermost, List<Object> headers) {
        super(wire);
        this.innermost = innermost;
        this.headers = headers;
    }

    /**
     * Begins to keep what is sent of a request that carries its token already.
     *
     * @param engine what is known of the request
     * @param request the request, whose entity goes through the result from now on
     * @return what is kept
     */
    public static Sent begin(Engine engine, ClientRequestContext request) {
        List<Object> headers = flat(request.getHeaders());
        if (!request.hasEntity()) {
            return new Sent(OutputStream.nullOutputStream(), true, headers);
        }
        OutputStream stream = request.getEntityStream();
        OutputStream wire =
                stream instanceof Sent before ? before.out : stream; // an invocation that is made again keeps it
        Sent sent = new Sent(wire, wire.getClass().getName().equals(engine.innermostStream()), headers);
        request.setEntityStream(sent);
        return sent;
    }

    /** Names and values in turn: a copy that costs little, since most copies are never looked at. */
    private static List<Object> flat(MultivaluedMap<String, Object> headers) {
        List<Object> flat = new ArrayList<>(2 * headers.size());
        headers.forEach((name, values) -> {
            flat.add(name);
            flat.add(values.toArray());
        });
        return flat;
    }

    private static Map<String, List<String>> comparable(List<Object> flat) {
        Map<String, List<String>> comparable = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < flat.size(); i += 2) {
            String name = (String) flat.get(i);
            if (!OF_THE_TRANSPORT.contains(name.toLowerCase(Locale.ROOT))) {
                comparable.put(
                        name,
                        Arrays.stream((Object[]) flat.get(i + 1))
                                .map(String::valueOf)
                                .toList());
            }
        }
        return comparable;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        out.write(bytes, from, count);
        ByteArrayOutputStream copy = kept;
        if (copy == null || copy.size() + count > LONGEST) {
            kept = null;
        } else {
            copy.write(bytes, from, count);
        }
    }

    /** What is written to it goes out as it is. */
    OutputStream wire() {
        return out;
    }

    /**
     * The entity as it went out.
     *
     * @return its bytes, or null if they are not known
     */
    public byte @Nullable [] bytes() {
        ByteArrayOutputStream copy = kept;
        return copy == null || !innermost ? null : copy.toByteArray();
    }

    /**
     * Whether the headers went out as the filter left them.
     *
     * @param now the headers after the request was sent
     * @return whether they are the same, but for those that describe the entity or belong to the connection
     */
    public boolean headersAre(MultivaluedMap<String, Object> now) {
        return comparable(headers).equals(comparable(flat(now)));
    }
}
