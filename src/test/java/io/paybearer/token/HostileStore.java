// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.harness.TestTime;
import io.paybearer.spi.TokenStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store that somebody else rules, or that is broken in the worst way. Time passes in it by the test's clock. */
final class HostileStore implements TokenStore {

    /** What an operation does. */
    enum Mode {
        WELL,
        /** Its compare-and-set never wins. */
        REFUSES,
        /** It writes, and says that it did not. */
        DENIES,
        /** It says that it writes, and keeps nothing. */
        KEEPS_NOTHING,
        /** It shows the first token that there ever was. */
        STALE,
        /** It shows any entry that there ever was. */
        REPLAYS,
        /** It shows another text that is no entry each time. */
        GARBAGE,
        /** It shows a text of ten million characters. */
        HUGE,
        /** It shows a header nested a thousand times. */
        NESTED,
        /** It takes as long as an operation may take. */
        SLOW,
        /** It gives no answer. */
        SILENT,
        FAILS,
        /** Somebody takes the lease every 300 ms, and never does anything with it. */
        ROTATES,
        /** Somebody has left a lease behind. */
        LEASED
    }

    /** More operations than this for one token are a thread that spins. */
    static final int ENDLESS = 1_000;

    private static final String BIG = "1||" + "x".repeat(10_000_000);
    private static final String DEEP = "1||" + "[".repeat(100_000) + "....";
    private static final Duration ROTATION = Duration.ofMillis(300);

    private final Map<String, String> entries = new ConcurrentHashMap<>();
    private final List<String> written = new CopyOnWriteArrayList<>();
    private final AtomicInteger operations = new AtomicInteger();
    private final Random random;
    private final Supplier<Mode> modes;
    private TestTime time = new TestTime();

    HostileStore(long seed, List<Mode> mixture) {
        this.random = new Random(seed);
        this.modes = () -> mixture.get(random.nextInt(mixture.size()));
    }

    static HostileStore always(Mode mode) {
        return new HostileStore(1, List.of(mode));
    }

    /** Lets time pass by this clock. */
    void within(TestTime clock) {
        time = clock;
    }

    /** How many operations there were since the last question. */
    int operations() {
        return operations.getAndSet(0);
    }

    private Mode begun(String name) {
        if (operations.incrementAndGet() > ENDLESS) {
            throw new AssertionError("the caller spins");
        }
        Mode mode = modes.get();
        switch (mode) {
            case SLOW -> time.advance(Duration.ofMillis(2_400));
            case SILENT -> {
                time.advance(Duration.ofMillis(2_500));
                throw new IllegalStateException("no answer");
            }
            case FAILS -> throw new IllegalStateException("out of order");
            case ROTATES -> lease(name, "n" + time.monotonicNanos() / ROTATION.toNanos());
            case LEASED -> lease(name, "dead");
            default -> {}
        }
        return mode;
    }

    /** Somebody writes a nonce into the entry. */
    private void lease(String name, String nonce) {
        String sealed = entries.getOrDefault(name, "1||").split("\\|", 3)[2];
        entries.put(name, "1|" + nonce + "|" + sealed);
    }

    @Override
    public @Nullable String get(String name) {
        Mode mode = begun(name);
        List<String> earlier = new ArrayList<>(written);
        return switch (mode) {
            case KEEPS_NOTHING -> null;
            case GARBAGE -> garbage();
            case HUGE -> BIG;
            case NESTED -> DEEP;
            case STALE ->
                earlier.stream()
                        .filter(entry -> entry.startsWith("1||"))
                        .findFirst()
                        .orElse(null);
            case REPLAYS -> earlier.isEmpty() ? null : earlier.get(random.nextInt(earlier.size()));
            default -> entries.get(name);
        };
    }

    private String garbage() {
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> "1|" + random.nextLong() + "|";
            case 2 -> "1||{\"v\":1,\"t\":\"x\",\"r\":\"x\",\"i\":" + random.nextLong() + ",\"l\":1}";
            default ->
                random.ints(100, 0, 0xffff)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, (a, b) -> {})
                        .toString();
        };
    }

    @Override
    public boolean putIfAbsent(String name, String value) {
        return wrote(name, value, () -> entries.putIfAbsent(name, value) == null);
    }

    @Override
    public boolean replace(String name, String expected, String value) {
        return wrote(name, value, () -> entries.replace(name, expected, value));
    }

    private boolean wrote(String name, String value, Supplier<Boolean> work) {
        return switch (begun(name)) {
            case REFUSES -> false;
            case KEEPS_NOTHING -> true;
            case GARBAGE -> random.nextBoolean();
            case STALE, REPLAYS -> {
                entries.put(name, value);
                yield written.add(value);
            }
            case DENIES -> {
                work.get();
                yield false;
            }
            default -> work.get() && written.add(value);
        };
    }
}
