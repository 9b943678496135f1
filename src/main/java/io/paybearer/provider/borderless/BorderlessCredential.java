// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.borderless;

import io.paybearer.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What borderless has given to an API user.
 *
 * @param issuerId the Issuer ID
 * @param secretKey the Secret Key
 * @param partnerKey the Partner Key; only partner accounts have one
 */
record BorderlessCredential(String issuerId, Secret secretKey, Optional<Secret> partnerKey) {

    /**
     * The claims that name the API user: {@code issuer} (the provider does not read {@code iss}), and {@code partnerKey} if
     * any.
     */
    Map<String, String> claims() {
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("issuer", issuerId);
        partnerKey.ifPresent(key -> claims.put("partnerKey", key.reveal()));
        return claims;
    }

    /**
     * All values in a fixed order. Without a Partner Key the list is shorter, so that no value can stand for its absence.
     */
    List<String> parts() {
        List<String> parts = new ArrayList<>(List.of(issuerId, secretKey.reveal()));
        partnerKey.ifPresent(key -> parts.add(key.reveal()));
        return parts;
    }
}
