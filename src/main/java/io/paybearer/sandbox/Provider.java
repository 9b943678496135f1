// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

/** The stand-in that a request was meant for, known by its path. */
public enum Provider {
    /**
     * PaymentsGate: {@code POST /auth/token}, {@code POST /auth/token/refresh}; the API below {@code /deals}, {@code /wallet},
     * {@code /banks}, {@code /fx} and {@code /support}.
     */
    PAYMENTSGATE,
    /** 2Checkout, whose tokens the caller mints: {@code POST /checkout/api/encrypt/generate/signature}. */
    TWO_CHECKOUT,
    /** The REST API of 2Checkout, to which the caller signs a login for each request: all paths below {@code /rest/6.0}. */
    TWO_CHECKOUT_REST,
    /**
     * borderless, whose tokens the caller or the provider mints: {@code POST /authentication}; the API below {@code /payments},
     * {@code /contacts}, {@code /externalContact} and {@code /zoneCodes}.
     */
    BORDERLESS,
    /**
     * The OAuth 2.0 server and the API that wants its tokens: {@code POST /oauth2/token}, {@code POST /oauth2/revoke}; the API below
     * {@code /oauth2/api}.
     */
    OAUTH2,
    /** An API whose merchants send a key that never changes: all paths below {@code /static}. */
    STATIC_KEY,
    /** A stand-in of the user's own, see {@link StandIn}. */
    OWN,
    /** None: no stand-in has the path, and the answer is 404. */
    NONE
}
