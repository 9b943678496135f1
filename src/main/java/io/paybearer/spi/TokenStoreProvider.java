// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

/**
 * A store of the application's own, on an engine that paybearer has no bridge to.
 *
 * <p>An implementation has a public constructor without parameters and is listed under
 * {@code META-INF/services/io.paybearer.spi.TokenStoreProvider}. What it stores has been sealed before; what its store throws
 * means that tokens are not shared for now. The limit on each operation, 2.5 s, is kept from outside.
 */
public interface TokenStoreProvider {

    /**
     * The value of {@code paybearer.store} that selects this store.
     *
     * @return lower-case letters, digits and dashes
     */
    String id();

    /**
     * Opens the store. Called at its first use, and again at the next if it fails; so it may throw while the engine is down.
     *
     * @return the store; if it is closeable it stays the provider's to close
     */
    TokenStore open();
}
