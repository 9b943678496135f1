// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Pieces of work in short slices that alternate, each round beginning with another one, so that whatever else the machine
 * does meets all of them alike.
 */
final class Slices {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final LongSupplier cpuNanos;
    private final Map<String, Work> works = new LinkedHashMap<>();
    private final Map<String, List<Slice>> slices = new LinkedHashMap<>();

    /** Something to be done again and again. */
    interface Work {

        void run();
    }

    /** Nanoseconds of one piece of work in one slice: on the wall, of what is measured, of the thread that did it. */
    record Slice(double wall, double cpu, double callerCpu) {}

    Slices(LongSupplier cpuNanos) {
        this.cpuNanos = cpuNanos;
    }

    void add(String title, Work work) {
        works.put(title, work);
    }

    boolean knows(String title) {
        return works.containsKey(title);
    }

    /** Takes a slice of each work in each round. The first third of the rounds, beside those, warms up. */
    Slices take(int rounds, long nanos) {
        List<String> titles = List.copyOf(works.keySet());
        for (int round = -rounds / 3; round < rounds; round++) {
            for (int i = 0; i < titles.size(); i++) {
                String title = titles.get(Math.floorMod(round + i, titles.size()));
                Slice slice = slice(works.get(title), nanos);
                if (round >= 0) {
                    slices.computeIfAbsent(title, first -> new ArrayList<>()).add(slice);
                }
            }
        }
        return this;
    }

    private Slice slice(Work work, long nanos) {
        long cpu = cpuNanos.getAsLong();
        long callerCpu = THREADS.getCurrentThreadCpuTime();
        long began = System.nanoTime();
        long now = began;
        double done = 0;
        while (now - began < nanos) {
            work.run();
            done++;
            now = System.nanoTime();
        }
        return new Slice(
                (now - began) / done,
                (cpuNanos.getAsLong() - cpu) / done,
                (THREADS.getCurrentThreadCpuTime() - callerCpu) / done);
    }

    /** A share of the slices, 0.5 for half of them, takes less. */
    double quantile(String title, double share, ToDoubleFunction<Slice> figure) {
        return sorted(slices.get(title).stream().mapToDouble(figure).toArray(), share);
    }

    /** The ratio to another work's slice of the same round; a share of the rounds has a smaller one. */
    double ratio(String title, String to, double share, ToDoubleFunction<Slice> figure) {
        List<Slice> mine = slices.get(title);
        List<Slice> theirs = slices.get(to);
        double[] ratios = IntStream.range(0, mine.size())
                .mapToDouble(i -> figure.applyAsDouble(mine.get(i)) / figure.applyAsDouble(theirs.get(i)))
                .toArray();
        return sorted(ratios, share);
    }

    private static double sorted(double[] figures, double share) {
        java.util.Arrays.sort(figures);
        return figures[(int) (share * (figures.length - 1))];
    }
}
