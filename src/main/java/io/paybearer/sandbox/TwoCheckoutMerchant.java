// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

/**
 * A merchant that 2Checkout knows. {@link #toString()} does not show the secret word.
 *
 * @param code the merchant code
 * @param secretWord the Buy-link Secret Word: a text that is not blank, of any length
 */
public record TwoCheckoutMerchant(String code, String secretWord) implements SandboxMerchant {

    /**
     * A merchant.
     *
     * @param code as above
     * @param secretWord as above
     * @throws IllegalArgumentException if either text is blank
     */
    public TwoCheckoutMerchant {
        NonBlank.require(code, "code");
        NonBlank.require(secretWord, "secretWord");
    }

    @Override
    public String id() {
        return code;
    }

    @Override
    public String toString() {
        return "TwoCheckoutMerchant[code=" + code + ", secretWord=hidden]";
    }
}
