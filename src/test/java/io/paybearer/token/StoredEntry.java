// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.harness.MemoryTokenStore;
import io.paybearer.harness.NoSealer;
import io.paybearer.harness.TestTime;
import io.paybearer.spi.IssuedToken;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entries of a store, as other nodes write and read them. */
final class StoredEntry {

    private StoredEntry() {}

    /** The record of a token whose request was sent at that time. */
    static String record(IssuedToken token, long sentMillis) {
        TestTime time = new TestTime();
        Margins margins = Margins.of(false, Optional.empty(), token.lifetime(), 0);
        TokenDating.Moment sent = new TokenDating.Moment(time.monotonicNanos(), Instant.ofEpochMilli(sentMillis));
        return StoreSlot.encoded(new HeldToken(token, margins, sent, sent.nanos(), time));
    }

    /** An entry of that text; null means that there is none. */
    static StoreSlot.Seen read(@Nullable String text, TimeSource time) {
        MemoryTokenStore store = new MemoryTokenStore();
        if (text != null) {
            store.putIfAbsent("key", text);
        }
        TokenDating dating = new TokenDating(time, () -> 0, false, Optional.empty());
        try {
            return new StoreSlot(store, new NoSealer(), "key", dating).read(null);
        } catch (StoreSlot.Outage e) {
            throw new AssertionError(e);
        }
    }
}
