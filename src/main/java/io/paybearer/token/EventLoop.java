// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;

import io.paybearer.spi.TokenRequestException;

/** The threads that serve many connections each, so that one caller who waits there makes all of them wait. */
final class EventLoop {

    /** What Vert.x, and with it Quarkus, calls them; there is no API that all versions share. */
    private static final String VERTX = "vert.x-eventloop-thread-";

    private EventLoop() {}

    /** Whether the current thread is one. */
    static boolean isHere() {
        return Thread.currentThread().getName().startsWith(VERTX);
    }

    /** What callers get there instead of a token that would have to be waited for. */
    static TokenRequestException refusal() {
        return new TokenRequestException(
                UNAVAILABLE,
                "the caller is on an event loop (" + Thread.currentThread().getName()
                        + "), which must not wait; one is being asked for in the background, so a later call finds it. Call"
                        + " AccessTokens.getAsync first, or annotate the caller with @Blocking or @RunOnVirtualThread",
                null);
    }
}
