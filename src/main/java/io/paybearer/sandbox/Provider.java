// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

/** The stand-in that a request was meant for, known by its path. */
public enum Provider {
    /** PaymentsGate, which issues and refreshes tokens. */
    PAYMENTSGATE,
    /** 2Checkout, whose tokens the caller mints. */
    TWO_CHECKOUT,
    /** borderless, whose tokens the caller or the provider mints. */
    BORDERLESS,
    /** None: no stand-in has the path, and the answer is 404. */
    NONE
}
