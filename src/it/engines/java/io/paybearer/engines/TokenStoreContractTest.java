// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.spi.TokenStore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store has to do, on every engine, seen from two of its nodes. */
@ParameterizedClass
@EnumSource(Engines.class)
class TokenStoreContractTest {

    private static final int THREADS = 4;
    private static final int KEYS = 50;
    private static final int INCREMENTS = 100;

    private static Engine engine;

    @Parameter
    private Engines kind;

    private final String key = "paymentsgate:" + UUID.randomUUID();
    private final TokenStore one = engine.nodes().get(0);
    private final TokenStore other = engine.nodes().get(1);

    @BeforeParameterizedClassInvocation
    static void open(Engines kind) throws Exception {
        engine = kind.open();
    }

    @AfterParameterizedClassInvocation
    static void close() throws Exception {
        engine.close();
    }

    /** Equal, and never the same object. */
    private static String copy(String text) {
        return new String(text.toCharArray());
    }

    @Test
    void absentEntry_isNull_andNotReplaced() {
        assertThat(one.get(key)).isNull();
        assertThat(one.replace(key, "a", "b")).isFalse();
        assertThat(other.get(key)).isNull();
    }

    @Test
    void entry_isWrittenOnce_andSeenByOtherNodes() {
        assertThat(one.putIfAbsent(key, "1|a|")).isTrue();
        assertThat(other.putIfAbsent(key, "1|b|")).isFalse();
        assertThat(one.putIfAbsent(key, "1|c|")).isFalse();
        assertThat(other.get(key)).isEqualTo("1|a|");
    }

    @Test
    void entry_isReplacedByWhoKnowsItsText() {
        one.putIfAbsent(key, "1|a|");

        assertThat(other.replace(key, copy("1|b|"), "1|c|")).isFalse();
        assertThat(other.replace(key, copy("1|a|"), "1|d|")).isTrue();
        assertThat(one.replace(key, copy("1|a|"), "1|e|")).isFalse();
        assertThat(one.get(key)).isEqualTo("1|d|");
    }

    @Test
    void longEntry_comesBackWhole() {
        String text = "1||" + "0123456789abcdef".repeat(512) + "|ü|\u0000|";

        assertThat(one.putIfAbsent(key, text)).isTrue();
        assertThat(other.get(key)).isEqualTo(text);
        assertThat(other.replace(key, copy(text), "short")).isTrue();
    }

    @Test
    void contendedKeys_haveOneWinnerEach() throws Exception {
        List<Integer> wins = together(node -> (int) IntStream.range(0, KEYS)
                .filter(number ->
                        node.putIfAbsent(key + number, UUID.randomUUID().toString()))
                .count());

        assertThat(wins.stream().mapToInt(Integer::intValue).sum()).isEqualTo(KEYS);
    }

    @Test
    void contendedIncrements_areAllCounted() throws Exception {
        one.putIfAbsent(key, "0");
        together(node -> {
            for (int done = 0; done < INCREMENTS; ) {
                String before = String.valueOf(node.get(key));
                done += node.replace(key, before, String.valueOf(Integer.parseInt(before) + 1)) ? 1 : 0;
            }
            return 0;
        });

        assertThat(other.get(key)).isEqualTo(String.valueOf(THREADS * INCREMENTS));
    }

    private interface Work {
        int with(TokenStore node);
    }

    private List<Integer> together(Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Integer>> all = IntStream.range(0, THREADS)
                    .<Callable<Integer>>mapToObj(
                            thread -> () -> work.with(engine.nodes().get(thread % 2)))
                    .toList();
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> done : threads.invokeAll(all)) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
