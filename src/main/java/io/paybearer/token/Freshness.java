// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

/** How far a token has lived, and so what becomes of a call that needs it. */
enum Freshness {
    /** Served as it is. */
    FRESH,
    /** Served as it is while one renewal goes on behind. */
    AGING,
    /** So close to its end that callers wait for its successor, and get it still if there is none to be had. */
    CRITICAL,
    /** Never served. */
    EXPIRED
}
