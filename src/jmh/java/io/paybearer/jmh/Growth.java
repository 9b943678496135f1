// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import io.paybearer.client.Binding;
import io.paybearer.client.CredentialFilter;
import io.paybearer.harness.CurrentConfiguration;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** What one call of the filter costs as more of everything is there. */
final class Growth {

    private static final int[] SIZES = {1, 10, 100, 1_000, 10_000};
    private static final int[] FEW = {1, 10, 100};
    private static final int ROUNDS = Boolean.getBoolean("quick") ? 150 : 600;
    private static final long SLICE_NANOS = 1_000_000;
    private static final int BATCH = 1_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Slices slices = new Slices(THREADS::getCurrentThreadCpuTime);
    private final AtomicLong spentByThreads = new AtomicLong();
    private final Slices threads = new Slices(spentByThreads::get);
    private final Map<String, String> orders = new LinkedHashMap<>();

    private Growth() {}

    public static void main(String[] args) throws Exception {
        new Growth().play();
        System.exit(0);
    }

    private void play() throws Exception {
        FloorBenchmark floor = new FloorBenchmark();
        add("**floor: one header put into a map**", "", 1, floor::floor);
        add("the same after one look at a clock", "", 1, floor::floorAndClock);
        for (int size : SIZES) {
            addAccounts(size);
        }
        for (int size : FEW) {
            addApplications(size);
            addTenants(size);
            addPath(size * 10);
        }
        slices.take(ROUNDS, SLICE_NANOS);
        addThreads();
        threads.take(ROUNDS, SLICE_NANOS);
        print();
    }

    private void addAccounts(int size) throws Exception {
        String[] paths = IntStream.range(0, size).mapToObj("/m%05d"::formatted).toArray(String[]::new);
        try (CurrentConfiguration configuration = CurrentConfiguration.of(Calls.configured(paths))) {
            Method annotated = AnnotatedApi.class.getDeclaredMethods()[0];
            URI[] all = Arrays.stream(paths)
                    .map(path -> URI.create(Calls.API + path + "/payments/4711"))
                    .toArray(URI[]::new);
            add(
                    "accounts, by annotation",
                    "O(1)",
                    size,
                    Calls.of(Binding.NONE.on(AnnotatedApi.class), annotated, all[0]));
            add("accounts, by URI, one again and again", "O(1)", size, Calls.of(Binding.NONE, null, all[size / 2]));
            add("accounts with a token each, by URI, in turn", "O(log n)", size, Calls.of(Binding.NONE, null, all));
        }
    }

    private void addApplications(int size) {
        List<Slices.Work> applications = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            try (CurrentConfiguration configuration = CurrentConfiguration.of(Calls.configured("/v1"))) {
                applications.add(Calls.of(Binding.NONE, null, URI.create(Calls.API + "/v1/payments/4711")));
            }
        }
        int[] next = new int[1];
        add(
                "applications, each in turn",
                "O(1)",
                size,
                () -> applications.get(next[0]++ % size).run());
    }

    private void addThreads() {
        URI uri = URI.create(Calls.API + "/v1/payments/4711");
        CredentialFilter filter = new CredentialFilter(Binding.NONE);
        try (CurrentConfiguration configuration = CurrentConfiguration.of(Calls.configured("/v1"))) {
            filter.filter(new StubRequest(null, uri));
        }
        String title = "threads at once, by URI, each";
        orders.put(title, "O(1)");
        for (int size : FEW) {
            threads.add(title + size, new Together(size, BATCH, filter, uri, spentByThreads));
        }
    }

    /** Child accounts of one partner, by the request property. */
    private void addTenants(int size) {
        add("child accounts of a partner, each in turn", "O(1)", size, Calls.forChildren(size));
    }

    /** Ever other URIs, since one that was called before is compared as a whole. */
    private void addPath(int length) {
        String path = "/" + "p".repeat(length - 1);
        try (CurrentConfiguration configuration = CurrentConfiguration.of(Calls.configured(path))) {
            URI[] uris = IntStream.range(0, 64)
                    .mapToObj(i -> URI.create(Calls.API + path + "/payments/" + (1000 + i)))
                    .toArray(URI[]::new);
            add("characters of the base path, ten each", "O(length)", length / 10, Calls.of(Binding.NONE, null, uris));
        }
    }

    private void add(String title, String order, int size, Slices.Work work) {
        orders.put(title, order);
        slices.add(title + size, () -> {
            for (int i = 0; i < BATCH; i++) {
                work.run();
            }
        });
    }

    private void print() {
        System.out.printf("%nOne call of the filter, CPU ns, which a tenth of %d slices stay below%n%n", ROUNDS);
        System.out.println("| with this many | 1 | 10 | 100 | 1,000 | 10,000 | order |");
        System.out.println("|---|---|---|---|---|---|---|");
        orders.forEach((title, order) -> System.out.println("| " + title + figures(title) + " | " + order + " |"));
    }

    private String figures(String title) {
        StringBuilder figures = new StringBuilder();
        for (int size : SIZES) {
            Slices measured = threads.knows(title + size) ? threads : slices;
            figures.append(measured.knows(title + size) ? " | %.0f".formatted(nanos(measured, title + size)) : " | ");
        }
        return figures.toString();
    }

    private static double nanos(Slices measured, String title) {
        return measured.quantile(title, 0.1, Slices.Slice::cpu) / BATCH;
    }
}
