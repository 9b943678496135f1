// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

/** Somebody whom a stand-in knows, so that it accepts the requests of this one: see {@link PaymentSandbox#register}. */
public sealed interface SandboxMerchant
        permits BorderlessMerchant,
                OAuth2Client,
                PaymentsGateMerchant,
                StaticKeyMerchant,
                TwoCheckoutMerchant,
                TwoCheckoutRestMerchant {

    /**
     * The text by which requests name the merchant.
     *
     * @return the id, which is no secret
     */
    String id();
}
