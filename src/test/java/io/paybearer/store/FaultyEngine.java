// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import io.paybearer.harness.MemoryTokenStore;
import io.paybearer.spi.TokenStore;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An engine in memory that a test makes hang or fail. */
final class FaultyEngine implements TokenStore {

    final AtomicInteger operations = new AtomicInteger();
    volatile Runnable before = () -> {};
    volatile boolean hangs;
    volatile @Nullable RuntimeException failure;
    private final TokenStore entries = new MemoryTokenStore();
    private final CountDownLatch never = new CountDownLatch(1);

    /** Lets those go that hang. */
    void end() {
        never.countDown();
    }

    private <T> T asked(Supplier<T> work) {
        operations.incrementAndGet();
        before.run();
        RuntimeException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
        if (hangs) {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return work.get();
    }

    @Override
    public @Nullable String get(String key) {
        return asked(() -> entries.get(key));
    }

    @Override
    public boolean putIfAbsent(String key, String value) {
        return asked(() -> entries.putIfAbsent(key, value));
    }

    @Override
    public boolean replace(String key, String expected, String value) {
        return asked(() -> entries.replace(key, expected, value));
    }
}
