// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;

/** The writer of a reply's body. */
@FunctionalInterface
interface ReplyBody {

    void writeTo(OutputStream out) throws IOException, InterruptedException;

    /** Writes one byte at a time, and pauses after each. */
    static ReplyBody slow(byte[] bytes, Duration pause) {
        return out -> {
            for (byte next : bytes) {
                out.write(next);
                out.flush();
                Thread.sleep(pause.toMillis());
            }
        };
    }

    /** Writes this many letters, in blocks, so that memory never holds all of them. */
    static ReplyBody filler(long size) {
        byte[] block = new byte[8192];
        Arrays.fill(block, (byte) 'x');
        return out -> {
            for (long left = size; left > 0; left -= block.length) {
                out.write(block, 0, (int) Math.min(block.length, left));
            }
        };
    }
}
