// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

/** The stand-in that a request was meant for, known by its path. */
public enum Provider {
    /** PaymentsGate, which issues and refreshes tokens. */
    PAYMENTSGATE,
    /** 2Checkout, whose tokens the caller mints. */
    TWO_CHECKOUT,
    /** The REST API of 2Checkout, to which the caller signs a login for each request. */
    TWO_CHECKOUT_REST,
    /** borderless, whose tokens the caller or the provider mints. */
    BORDERLESS,
    /** The OAuth 2.0 server and the API that wants its tokens. */
    OAUTH2,
    /** An API whose merchants send a key that never changes. */
    STATIC_KEY,
    /** A stand-in of the user's own, see {@link StandIn}. */
    OWN,
    /** None: no stand-in has the path, and the answer is 404. */
    NONE
}
