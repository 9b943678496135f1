// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.harness.NoSealer;
import io.paybearer.harness.TestTime;
import io.paybearer.spi.TokenStore;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entries of a shared store, as if they had been opened: a token that can be used, or none. */
public final class StoreEntryFuzz {

    private static final TestTime TIME = new TestTime();

    private StoreEntryFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws StoreSlot.Outage {
        StoreSlot slot = new StoreSlot(
                new Holding(new String(input, StandardCharsets.UTF_8)),
                new NoSealer(),
                "acme:1",
                new TokenDating(TIME, () -> 0.5, false, Optional.empty()));
        HeldToken token = slot.read(null).token();
        if (token != null && token.remaining().compareTo(token.issued().lifetime()) > 0) {
            throw new IllegalStateException("a token that lives longer than its life");
        }
    }

    private record Holding(String text) implements TokenStore {

        @Override
        public @Nullable String get(String key) {
            return text;
        }

        @Override
        public boolean putIfAbsent(String key, String value) {
            return false;
        }

        @Override
        public boolean replace(String key, String expected, String value) {
            return false;
        }
    }
}
