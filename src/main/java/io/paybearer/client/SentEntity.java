// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a request's entity, copied while they are sent, so that the request can be sent again. Of an entity longer than
 * 1 MiB nothing is kept.
 */
final class SentEntity extends FilterOutputStream {

    /** The request property that holds it. */
    static final String PROPERTY = "io.paybearer.sent-entity";

    /** The longest entity that is kept, in bytes. */
    static final int LONGEST = 1024 * 1024;

    private final @Nullable MediaType mediaType;
    private @Nullable ByteArrayOutputStream kept = new ByteArrayOutputStream();

    private SentEntity(OutputStream wire, @Nullable MediaType mediaType) {
        super(wire);
        this.mediaType = mediaType;
    }

    /**
     * Keeps what is about to be written. A stream is not kept, since only the application knows how to repeat it. Nor is an
     * entity that has a {@code Content-Encoding} already: its encoder changes the bytes after they have passed here. The
     * property is set before anything is written: some implementations send the request, and run the response filters, while
     * writing.
     */
    static void keep(WriterInterceptorContext writing) {
        Object entity = writing.getEntity();
        boolean stream = entity instanceof InputStream || entity instanceof Reader || entity instanceof StreamingOutput;
        if (stream || writing.getHeaders().containsKey(HttpHeaders.CONTENT_ENCODING)) {
            return;
        }
        SentEntity copy = new SentEntity(writing.getOutputStream(), writing.getMediaType());
        writing.setProperty(PROPERTY, copy);
        writing.setOutputStream(copy);
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

    /** The bytes, or null if there are too many. */
    byte @Nullable [] bytes() {
        ByteArrayOutputStream copy = kept;
        return copy == null ? null : copy.toByteArray();
    }

    @Nullable MediaType mediaType() {
        return mediaType;
    }
}
