// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import io.paybearer.client.CredentialFilter;
import java.lang.management.ManagementFactory;

/** What one call of the filter costs where tokens are shared, compared with tokens in memory; the second memory is the control. */
final class SharedStore {

    private static final int ROUNDS = Boolean.getBoolean("quick") ? 300 : 1_500;
    private static final long SLICE_NANOS = 1_000_000;
    private static final int BATCH = 1_000;
    private static final String MEMORY = "memory";

    private final Slices slices = new Slices(ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);

    private SharedStore() {}

    public static void main(String[] args) {
        new SharedStore().play();
        System.exit(0);
    }

    private void play() {
        add(MEMORY, AccountBy.ANNOTATION);
        add("memory once more", AccountBy.ANNOTATION);
        add("a shared store", AccountBy.ANNOTATION_SHARED_STORE);
        slices.take(ROUNDS, SLICE_NANOS);
        System.out.printf("%nOne call of the filter, account by annotation, %d alternating slices%n%n", ROUNDS);
        System.out.println("| tokens in | CPU ns | × memory, half of the rounds below | from a tenth to nine tenths |");
        System.out.println("|---|---|---|---|");
        print(MEMORY);
        print("memory once more");
        print("a shared store");
    }

    private void add(String title, AccountBy accountBy) {
        BenchmarkAccounts running = accountBy.start();
        CredentialFilter filter = accountBy.filter();
        StubRequest request = accountBy.request(running);
        filter.filter(request);
        slices.add(title, () -> {
            for (int i = 0; i < BATCH; i++) {
                filter.filter(request.reset());
            }
        });
    }

    private void print(String title) {
        System.out.printf(
                "| %s | %.1f | %.3f | %.2f–%.2f |%n",
                title,
                slices.quantile(title, 0.1, Slices.Slice::cpu) / BATCH,
                ratio(title, 0.5),
                ratio(title, 0.1),
                ratio(title, 0.9));
    }

    private double ratio(String title, double share) {
        return slices.ratio(title, MEMORY, share, Slices.Slice::cpu);
    }
}
