// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

/** The header in which a {@link StaticKeyMerchant} sends its key. */
public enum StaticKeyScheme {
    /** {@code Authorization: Bearer …} with the key. */
    BEARER,
    /** {@code Authorization: Basic …} with the merchant's name and the key. */
    BASIC,
    /** {@code x-API-key} with the bare key. */
    API_KEY
}
