// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import java.util.Optional;

/**
 * The application's rule for the child account of a partner's call, which typically follows from the current user or tenant.
 *
 * <p>A CDI bean of this type is asked on each call, unless the call names its child account itself: by a {@code Client-Id}
 * header, by the request property, or by the annotation. The bean is asked on the thread that makes the call, so it may use what
 * is bound to that thread, such as the current request. An implementation may run filters on another thread, as RESTEasy and
 * Jersey do for asynchronous calls; then the call is refused. The bean must be thread-safe and must not block.
 */
@FunctionalInterface
public interface ClientIdResolver {

    /**
     * The child account of the current call.
     *
     * @param account the name of the account whose token the call carries
     * @return the child account; empty leaves it to the key {@code client-id}
     */
    Optional<String> clientId(String account);
}
