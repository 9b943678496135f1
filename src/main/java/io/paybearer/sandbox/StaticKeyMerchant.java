// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A merchant of an API whose key never changes. {@link #toString()} does not show the key.
 *
 * @param name the merchant's name; with {@link StaticKeyScheme#BASIC} requests send it before the key, otherwise they do not
 *     send it
 * @param scheme the header that carries the key
 * @param key the key
 * @param requiredHeaders headers that each request must have besides, such as {@code Stripe-Version}; may be empty
 * @param tenantHeader a header that names for whom a request acts, such as {@code Stripe-Account}; null if there is none.
 *     Requests may leave it out
 */
public record StaticKeyMerchant(
        String name,
        StaticKeyScheme scheme,
        String key,
        Set<String> requiredHeaders,
        @Nullable String tenantHeader) implements SandboxMerchant {

    /**
     * A merchant.
     *
     * @param name as above
     * @param scheme as above
     * @param key as above
     * @param requiredHeaders as above
     * @param tenantHeader as above
     * @throws IllegalArgumentException if a text is blank
     */
    public StaticKeyMerchant {
        NonBlank.require(name, "name");
        NonBlank.require(key, "key");
        requiredHeaders = Set.copyOf(requiredHeaders);
    }

    /**
     * A merchant whose requests need the key alone.
     *
     * @param name as above
     * @param scheme as above
     * @param key as above
     * @throws IllegalArgumentException if a text is blank
     */
    public StaticKeyMerchant(String name, StaticKeyScheme scheme, String key) {
        this(name, scheme, key, Set.of(), null);
    }

    @Override
    public String id() {
        return name;
    }

    @Override
    public String toString() {
        return "StaticKeyMerchant[name=" + name + ", scheme=" + scheme + ", key=hidden, requiredHeaders="
                + requiredHeaders + ", tenantHeader=" + tenantHeader + "]";
    }
}
