// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The one command: {@code mvn -q -Pbenchmark}, with {@code -Dquick} for figures that are good for a first look,
 * {@code -Donly=jmh} or {@code -Donly=scenarios} for one half, {@code -Donly=} with {@code filter}, {@code resteasy}, {@code peers},
 * {@code threads}, {@code minting} or the name of a scenario for one part, {@code -Dpeers} for what others cost.
 */
public final class Benchmarks {

    private static final boolean QUICK = !"false".equals(System.getProperty("quick", "false"));
    private static final int[] THREADS = {1, 2, 4};
    private static final String ONLY = System.getProperty("only", "");
    private static final Set<String> PARTS = Stream.concat(
                    Stream.of("", "jmh", "scenarios", "filter", "resteasy", "peers", "threads", "minting"),
                    Scenarios.ALL.stream().map(Class::getSimpleName))
            .collect(Collectors.toCollection(LinkedHashSet::new));

    private Benchmarks() {}

    /**
     * Measures and prints.
     *
     * @param args none
     * @throws Exception if something fails
     */
    public static void main(String[] args) throws Exception {
        if (!PARTS.contains(ONLY)) {
            throw new IllegalArgumentException("there is no part '" + ONLY + "'; name one of " + PARTS);
        }
        if (ONLY.equals("peers") && !peersThere()) {
            throw new IllegalArgumentException("the peers are there with -Dpeers alone");
        }
        if (wanted("jmh", "filter")) {
            measure("Floor|Filter", "", 1);
        }
        if (wanted("jmh", "resteasy")) {
            measure("Resteasy", "", 1);
        }
        if (wanted("jmh", "peers") && peersThere()) {
            measure("Floor|Peers", "", 1);
        }
        if (wanted("jmh", "threads")) {
            measure("Floor|Filter", "ANNOTATION", THREADS);
        }
        if (wanted("jmh", "minting")) {
            measure("Minting", "", 1);
        }
        for (Class<?> scenario : Scenarios.ALL) {
            if (wanted("scenarios", scenario.getSimpleName())) {
                Scenarios.run(scenario);
            }
        }
    }

    private static boolean wanted(String half, String part) {
        return Set.of("", half, part).contains(ONLY);
    }

    private static boolean peersThere() {
        return Benchmarks.class.getResource("PeersBenchmark.class") != null;
    }

    private static void measure(String benchmarks, String accountBy, int... threads) throws RunnerException {
        List<RunResult> results = new ArrayList<>();
        for (int count : threads) {
            results.addAll(run(benchmarks, count, accountBy));
        }
        new ResultTable(results).print(System.out);
    }

    private static Collection<RunResult> run(String benchmarks, int threads, String accountBy) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmarks)
                .threads(threads)
                .mode(org.openjdk.jmh.annotations.Mode.AverageTime)
                .timeUnit(java.util.concurrent.TimeUnit.NANOSECONDS)
                .forks(QUICK ? 1 : 2)
                .warmupIterations(4)
                .warmupTime(TimeValue.milliseconds(QUICK ? 1500 : 2000))
                .measurementIterations(QUICK ? 3 : 5)
                .measurementTime(TimeValue.seconds(1))
                .syncIterations(false)
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        if (!accountBy.isEmpty()) {
            options.param("accountBy", accountBy);
        }
        System.out.println("measuring " + benchmarks + ", threads: " + threads);
        return new Runner(options.build()).run();
    }
}
