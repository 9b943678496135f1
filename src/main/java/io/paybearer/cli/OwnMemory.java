// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Configures {@code paybearer.store=memory} over whatever the application configures. A command does not take part in the
 * application's cluster, and has no client of its store on the class path.
 */
final class OwnMemory implements ConfigSource {

    private static final String STORE = "paybearer.store";

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(STORE);
    }

    @Override
    public @Nullable String getValue(String key) {
        if (key.equals(STORE)) {
            return "memory";
        }
        return key.startsWith(STORE + ".") ? "" : null;
    }

    @Override
    public int getOrdinal() {
        return Integer.MAX_VALUE;
    }

    @Override
    public String getName() {
        return "paybearer's command line";
    }
}
