// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

/**
 * A merchant that the REST API of 2Checkout knows. {@link #toString()} does not show the secret key.
 *
 * @param code the merchant code
 * @param secretKey the secret key of the API, which is not the secret word of {@link TwoCheckoutMerchant}
 */
public record TwoCheckoutRestMerchant(String code, String secretKey) implements SandboxMerchant {

    /**
     * A merchant.
     *
     * @param code as above
     * @param secretKey as above
     * @throws IllegalArgumentException if either text is blank
     */
    public TwoCheckoutRestMerchant {
        NonBlank.require(code, "code");
        NonBlank.require(secretKey, "secretKey");
    }

    @Override
    public String id() {
        return code;
    }

    @Override
    public String toString() {
        return "TwoCheckoutRestMerchant[code=" + code + ", secretKey=hidden]";
    }
}
