// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;

import io.paybearer.spi.TokenRequestException;

/** The threads that serve many connections each: a caller who waits on such a thread makes all of them wait. */
final class EventLoop {

    /** How Vert.x, and with it Quarkus, names these threads; there is no API for it that all versions share. */
    private static final String VERTX = "vert.x-eventloop-thread-";

    private EventLoop() {}

    /** Whether the current thread is an event loop. */
    static boolean isHere() {
        return Thread.currentThread().getName().startsWith(VERTX);
    }

    /** What a caller on an event loop gets where a token would have to be waited for. */
    static TokenRequestException refusal() {
        return new TokenRequestException(
                UNAVAILABLE,
                "the caller is on an event loop (" + Thread.currentThread().getName()
                        + "), which must not wait; a token is being asked for in the background, so a later call finds it."
                        + " Call AccessTokens.getAsync first, or annotate the caller with @Blocking or"
                        + " @RunOnVirtualThread",
                null);
    }
}
