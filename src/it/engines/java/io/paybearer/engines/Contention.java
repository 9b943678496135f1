// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import io.paybearer.spi.TokenStore;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads of several processes that want the same entries. */
final class Contention {

    static final int KEYS = 300;
    static final int INCREMENTS = 250;
    private static final int PATIENCE_MINUTES = 5;

    private Contention() {}

    /** How many keys these threads have won; their increments are in the entry "counter". */
    static String result(TokenStore store, String run, int threads) throws InterruptedException {
        AtomicInteger wins = new AtomicInteger();
        AtomicInteger failures = new AtomicInteger();
        CountDownLatch ready = new CountDownLatch(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        for (int thread = 0; thread < threads; thread++) {
            pool.execute(() -> {
                ready.countDown();
                try {
                    ready.await();
                    wins.addAndGet(won(store, run));
                    increment(store, run + "counter");
                } catch (InterruptedException | RuntimeException e) {
                    failures.incrementAndGet();
                    e.printStackTrace();
                }
            });
        }
        pool.shutdown();
        boolean done = pool.awaitTermination(PATIENCE_MINUTES, TimeUnit.MINUTES);
        return "wins=" + wins + " failures=" + failures + " done=" + done + " counter=" + store.get(run + "counter");
    }

    private static int won(TokenStore store, String run) {
        int won = 0;
        for (int key = 0; key < KEYS; key++) {
            won += store.putIfAbsent(run + key, UUID.randomUUID().toString()) ? 1 : 0;
        }
        return won;
    }

    private static void increment(TokenStore store, String key) {
        store.putIfAbsent(key, "0");
        for (int done = 0; done < INCREMENTS; ) {
            String before = String.valueOf(store.get(key));
            done += store.replace(key, before, String.valueOf(Integer.parseInt(before) + 1)) ? 1 : 0;
        }
    }
}
