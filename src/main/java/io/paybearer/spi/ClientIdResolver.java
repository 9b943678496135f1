// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import java.util.Optional;

/**
 * Finds the child account for which a partner's call is made, typically from the current user or tenant.
 *
 * <p>A CDI bean of this type is asked on each call that has neither a {@code Client-Id} header of its own, nor the request
 * property, nor the annotation. It must be thread-safe and must not block.
 */
@FunctionalInterface
public interface ClientIdResolver {

    /**
     * The child account of the current call.
     *
     * @param account the name of the account whose credential the call carries
     * @return the child account; empty leaves it to the key {@code client-id}
     */
    Optional<String> clientId(String account);
}
