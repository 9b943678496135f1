// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

/** The stand-in that a request was meant for, judged by its path. */
public enum Provider {
    /** PaymentsGate: tokens are issued and refreshed. */
    PAYMENTSGATE,
    /** 2Checkout: tokens are minted by the caller. */
    TWO_CHECKOUT,
    /** borderless: tokens are minted by the caller or by the provider. */
    BORDERLESS,
    /** No stand-in owns the path; such a request is answered 404. */
    NONE
}
