// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account that borderless knows. {@link #toString()} shows neither key.
 *
 * @param issuerId the Issuer ID, expected in the claim {@code issuer}
 * @param secretKey the Secret Key that signs the tokens
 * @param partnerKey the partner key, expected in the claim {@code partnerKey}; null for an account that is no partner: its
 *     tokens must not carry the claim
 * @param clientIds the child accounts that {@code Client-Id} may name; may be empty
 */
public record BorderlessMerchant(
        String issuerId, String secretKey, @Nullable String partnerKey, Set<String> clientIds)
        implements SandboxMerchant {

    /**
     * An account.
     *
     * @param issuerId as above
     * @param secretKey as above
     * @param partnerKey as above
     * @param clientIds as above
     * @throws IllegalArgumentException if a text is blank
     */
    public BorderlessMerchant {
        NonBlank.require(issuerId, "issuerId");
        NonBlank.require(secretKey, "secretKey");
        if (partnerKey != null) {
            NonBlank.require(partnerKey, "partnerKey");
        }
        clientIds = Set.copyOf(clientIds);
    }

    @Override
    public String id() {
        return issuerId;
    }

    /** Whether {@code partnerKey} was sent as this account must send it. An empty argument means that it was not sent. */
    boolean acceptsPartnerKey(Optional<String> sent) {
        return Optional.ofNullable(partnerKey).equals(sent);
    }

    @Override
    public String toString() {
        return "BorderlessMerchant[issuerId=" + issuerId + ", secretKey=hidden, partner=" + (partnerKey != null)
                + ", clientIds=" + clientIds + "]";
    }
}
