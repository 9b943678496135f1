// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.borderless;

import io.paybearer.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What borderless knows an API user by.
 *
 * @param issuerId the Issuer ID
 * @param secretKey the Secret Key
 * @param partnerKey the Partner Key, for partner accounts alone
 */
record BorderlessCredential(String issuerId, Secret secretKey, Optional<Secret> partnerKey) {

    /** The claims that name the API user: {@code issuer} (the provider does not read {@code iss}), {@code partnerKey}. */
    Map<String, String> claims() {
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("issuer", issuerId);
        partnerKey.ifPresent(key -> claims.put("partnerKey", key.reveal()));
        return claims;
    }

    /** All of it, in a fixed order, the partner key's absence distinct from every value. */
    List<String> parts() {
        List<String> parts = new ArrayList<>(List.of(issuerId, secretKey.reveal()));
        partnerKey.ifPresent(key -> parts.add(key.reveal()));
        return parts;
    }
}
