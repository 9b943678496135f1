// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

/**
 * A merchant that PaymentsGate knows.
 *
 * @param accountId the account's id: a UUID at the real provider, any text here
 * @param publicKeyPem PEM text of the account's RSA public key (SubjectPublicKeyInfo)
 */
public record PaymentsGateMerchant(String accountId, String publicKeyPem) implements SandboxMerchant {

    /**
     * A merchant.
     *
     * @param accountId as above
     * @param publicKeyPem as above
     * @throws IllegalArgumentException if the id is blank or the text is not the PEM form of an RSA public key
     */
    public PaymentsGateMerchant {
        NonBlank.require(accountId, "accountId");
        if (PublicKeyPem.rsaKey(publicKeyPem).isEmpty()) {
            throw new IllegalArgumentException("publicKeyPem: not the PEM text of an RSA public key");
        }
    }

    @Override
    public String id() {
        return accountId;
    }
}
