// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import io.paybearer.spi.TokenStore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens a store at its first use, and tries again at the next as long as that fails. Thread-safe. */
final class LazyStore implements TokenStore {

    private final Supplier<TokenStore> opener;
    private volatile @Nullable TokenStore opened;

    LazyStore(Supplier<TokenStore> opener) {
        this.opener = opener;
    }

    private TokenStore store() {
        TokenStore present = opened;
        return present != null ? present : open();
    }

    private synchronized TokenStore open() {
        TokenStore present = opened;
        if (present == null) {
            present = opener.get();
            opened = present;
        }
        return present;
    }

    @Override
    public @Nullable String get(String key) {
        return store().get(key);
    }

    @Override
    public boolean putIfAbsent(String key, String value) {
        return store().putIfAbsent(key, value);
    }

    @Override
    public boolean replace(String key, String expected, String value) {
        return store().replace(key, expected, value);
    }

    @Override
    public boolean remove(String key, String expected) {
        return store().remove(key, expected);
    }
}
