// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import io.paybearer.spi.TokenStore;
import java.util.List;

/** An engine at work, seen from each of its nodes. */
record Engine(List<TokenStore> nodes, List<AutoCloseable> parts) implements AutoCloseable {

    @Override
    public void close() throws Exception {
        for (AutoCloseable part : parts) {
            part.close();
        }
    }
}
