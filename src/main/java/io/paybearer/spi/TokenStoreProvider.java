// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

/**
 * A provider of the application's own store, for an engine that paybearer does not know.
 *
 * <p>An implementation has a public constructor without parameters and is listed under
 * {@code META-INF/services/io.paybearer.spi.TokenStoreProvider}. The values are sealed before the store gets them. If an
 * operation throws or takes more than 2.5 s, tokens are not shared for a while; the store need not limit the time itself.
 */
public interface TokenStoreProvider {

    /**
     * The value of {@code paybearer.store} that selects this store.
     *
     * @return lower-case letters, digits and dashes
     */
    String id();

    /**
     * Opens the store. It is called at the first use, and at the next use again if it has failed. So it may throw while the
     * engine is down.
     *
     * @return the store; paybearer never closes it
     */
    TokenStore open();
}
