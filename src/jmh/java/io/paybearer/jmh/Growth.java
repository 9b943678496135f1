// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import io.paybearer.client.Binding;
import io.paybearer.client.CredentialFilter;
import io.paybearer.harness.Configured;
import io.paybearer.harness.CurrentConfiguration;
import io.paybearer.harness.TestMerchants;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What one call of the filter costs as more of everything is there. */
final class Growth {

    private static final int[] SIZES = {1, 10, 100, 1_000, 10_000};
    private static final int[] FEW = {1, 10, 100};
    private static final int ROUNDS = Boolean.getBoolean("quick") ? 150 : 600;
    private static final long SLICE_NANOS = 1_000_000;
    private static final int BATCH = 1_000;
    private static final URI API = URI.create("https://api.example.com");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Slices slices = new Slices(THREADS::getCurrentThreadCpuTime);
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
            addPath(size * 10);
        }
        slices.take(ROUNDS, SLICE_NANOS);
        print();
    }

    private void addAccounts(int size) throws Exception {
        String[] paths = IntStream.range(0, size).mapToObj("/m%05d"::formatted).toArray(String[]::new);
        try (CurrentConfiguration configuration = CurrentConfiguration.of(configured(paths))) {
            Method annotated = AnnotatedApi.class.getDeclaredMethods()[0];
            URI[] all = Arrays.stream(paths)
                    .map(path -> URI.create(API + path + "/payments/4711"))
                    .toArray(URI[]::new);
            add(
                    "accounts, by annotation",
                    "O(1)",
                    size,
                    calls(Binding.restClient(AnnotatedApi.class), annotated, all[0]));
            add("accounts, by URI, one again and again", "O(1)", size, calls(Binding.NONE, null, all[size / 2]));
            add("accounts with a token each, by URI, in turn", "O(log n)", size, calls(Binding.NONE, null, all));
        }
    }

    private void addApplications(int size) {
        List<Slices.Work> applications = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            try (CurrentConfiguration configuration = CurrentConfiguration.of(configured("/v1"))) {
                applications.add(calls(Binding.NONE, null, URI.create(API + "/v1/payments/4711")));
            }
        }
        int[] next = new int[1];
        add(
                "applications, each in turn",
                "O(1)",
                size,
                () -> applications.get(next[0]++ % size).run());
    }

    /** Ever other URIs, since one that was called before is compared as a whole. */
    private void addPath(int length) {
        String path = "/" + "p".repeat(length - 1);
        try (CurrentConfiguration configuration = CurrentConfiguration.of(configured(path))) {
            URI[] uris = IntStream.range(0, 64)
                    .mapToObj(i -> URI.create(API + path + "/payments/" + (1000 + i)))
                    .toArray(URI[]::new);
            add("characters of the base path, ten each", "O(length)", length / 10, calls(Binding.NONE, null, uris));
        }
    }

    private static Configured configured(String... paths) {
        Configured configured = Configured.nothing();
        for (int i = 0; i < paths.length; i++) {
            configured
                    .and("m" + i)
                    .with(TestMerchants.twoCheckout(API))
                    .with("merchant-code", "merchant" + i)
                    .with("token-headers", "Authorization")
                    .with("base-uri", API + paths[i]);
        }
        return configured;
    }

    private static Slices.Work calls(Binding binding, Method invoked, URI... uris) {
        CredentialFilter filter = new CredentialFilter(binding);
        StubRequest request = new StubRequest(invoked, uris);
        filter.filter(request);
        return () -> filter.filter(request.reset());
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
            figures.append(slices.knows(title + size) ? " | %.0f".formatted(nanos(title + size)) : " | ");
        }
        return figures.toString();
    }

    private double nanos(String title) {
        return slices.quantile(title, 0.1, Slices.Slice::cpu) / BATCH;
    }
}
