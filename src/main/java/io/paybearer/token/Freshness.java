// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

/** How near its end a token is. {@link TokenKeeper#get} decides by it what a call gets, {@link Margins} says when it is what. */
enum Freshness {
    /** The token is served. */
    FRESH,
    /** The token is served while one renewal runs in the background. */
    AGING,
    /** The token is about to end: callers wait for its successor, and are served this token if there is no successor. */
    CRITICAL,
    /** The token is never served. */
    EXPIRED
}
