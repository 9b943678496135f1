// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

/** How near its end a token is. This decides what a call that needs the token gets. */
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
