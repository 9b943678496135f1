// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engine;

import io.paybearer.thread.OwnThreads;
import io.paybearer.thread.Waits;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The body of a refused answer, read before its connection is given back, so that the application still gets it if the second
 * request cannot be sent. It never decides the call: what has not arrived after {@link #LONGEST_WAIT}, or lies beyond
 * {@link #LONGEST} bytes, is given up.
 */
final class RefusedBody {

    static final Duration LONGEST_WAIT = Duration.ofMillis(250);
    static final int LONGEST = 4 * 1024 * 1024;

    private static final int PIECE = 8192;
    private static final ThreadFactory READERS = OwnThreads.named("paybearer-refused-answer");

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean whole;

    private RefusedBody() {}

    static RefusedBody read(ClientResponseContext response) throws IOException {
        RefusedBody body = new RefusedBody();
        InputStream stream = response.getEntityStream();
        if (stream == null) {
            body.whole = true;
        } else if (response.getLength() >= 0 && stream.available() >= response.getLength()) {
            body.readAll(stream);
        } else {
            body.waitFor(stream);
        }
        return body;
    }

    /** Reads by a thread of its own: nobody else can stop waiting for a body. The thread ends when the connection is given back. */
    private void waitFor(InputStream stream) {
        FutureTask<Boolean> reading = new FutureTask<>(() -> readAll(stream), true);
        READERS.newThread(reading).start();
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        boolean interrupted = false;
        boolean waiting = true;
        while (waiting) {
            try {
                Waits.outcome(reading, Duration.ofNanos(end - System.nanoTime()));
                waiting = false;
            } catch (InterruptedException e) {
                interrupted = true; // an ordinary call does not end by it either
            } catch (ExecutionException | TimeoutException asMuchAsThereIs) {
                waiting = false;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAll(InputStream stream) {
        byte[] piece = new byte[PIECE];
        try {
            for (int count = stream.read(piece); count >= 0; count = stream.read(piece)) {
                if (!keep(piece, count)) {
                    return;
                }
            }
            end();
        } catch (IOException brokenOff) {
            // what has arrived is kept, but it is not the whole body
        }
    }

    private synchronized boolean keep(byte[] piece, int count) {
        if (kept.size() + count <= LONGEST) {
            kept.write(piece, 0, count);
            return true;
        }
        return false;
    }

    private synchronized void end() {
        whole = true;
    }

    /** The body for the application: if it is not whole, an exception follows what has arrived. */
    synchronized InputStream givenBack() {
        InputStream start = new ByteArrayInputStream(kept.toByteArray());
        return whole ? start : new SequenceInputStream(start, new GivenUp());
    }

    /** The rest of a body that was given up. */
    private static final class GivenUp extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException(
                    "the rest of the 401's body was given up for a second request, which could not be sent");
        }

        @Override
        public int read(byte @Nullable [] into, int from, int count) throws IOException {
            return read();
        }
    }
}
