// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * What a command sets over whatever the application configures. {@code paybearer.store=memory}: a command does not take part in the
 * application's cluster, and has no client of its store on the class path. {@code paybearer.accounts}: the accounts that the command
 * is about, if it is not about all.
 */
record OwnKeys(Map<String, String> keys) implements ConfigSource {

    /** The key that lists the accounts. */
    static final String ACCOUNTS = "paybearer.accounts";

    private static final String STORE = "paybearer.store";

    static OwnKeys of(Collection<String> accounts) {
        Map<String, String> keys = new HashMap<>(Map.of(STORE, "memory"));
        if (!accounts.isEmpty()) {
            keys.put(ACCOUNTS, String.join(",", accounts));
        }
        return new OwnKeys(Map.copyOf(keys));
    }

    @Override
    public Set<String> getPropertyNames() {
        return keys.keySet();
    }

    /** An empty text takes away what the application has below a key, such as {@code paybearer.store.redis.uri}. */
    @Override
    public @Nullable String getValue(String key) {
        return key.startsWith(STORE + ".") ? "" : keys.get(key);
    }

    @Override
    public int getOrdinal() {
        return Integer.MAX_VALUE;
    }

    @Override
    public String getName() {
        return "paybearer's command line";
    }

    @Override
    public String toString() {
        return getName();
    }
}
