// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a draft.
 *
 * @param prefix what the keys begin with
 * @param leaves their values by leaf
 */
record DraftSource(String prefix, Map<String, String> leaves) implements ConfigSource {

    @Override
    public Set<String> getPropertyNames() {
        Set<String> names = new HashSet<>();
        leaves.keySet().forEach(leaf -> names.add(prefix + leaf));
        return names;
    }

    @Override
    public @Nullable String getValue(String key) {
        return key.startsWith(prefix) ? leaves.get(key.substring(prefix.length())) : null;
    }

    @Override
    public String getName() {
        return "draft";
    }

    @Override
    public String toString() {
        return "DraftSource";
    }
}
