// SPDX-License-Identifier: Apache-2.0
package io.paybearer.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class WaitsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    /** A pool of the given size, which makes no thread beyond {@code most}. */
    private static ForkJoinPool pool(int size, int most) {
        return new ForkJoinPool(
                size,
                ForkJoinPool.defaultForkJoinWorkerThreadFactory,
                null,
                true,
                size,
                most,
                1,
                null,
                1,
                TimeUnit.SECONDS);
    }

    @Test
    void waitInAPool_thatHasNoOtherThread_letsThePoolMakeOne() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(1);
        FutureTask<String> work = new FutureTask<>(() -> "done");
        CountDownLatch waits = new CountDownLatch(1);
        FutureTask<String> waiting = new FutureTask<>(() -> {
            pool.execute(work);
            waits.countDown();
            return Waits.outcome(work, LONG);
        });
        pool.execute(waiting);
        waits.await();

        assertThat(waiting.get(20, TimeUnit.SECONDS)).isEqualTo("done");
        pool.shutdown();
    }

    @Test
    void waitInAPool_thatMayMakeNoThread_isAWaitAllTheSame() throws Exception {
        ForkJoinPool pool = pool(1, 1);
        FutureTask<String> work = new FutureTask<>(() -> "done");
        CompletableFuture<Thread> worker = new CompletableFuture<>();
        FutureTask<String> waiting = new FutureTask<>(() -> {
            worker.complete(Thread.currentThread());
            return Waits.outcome(work, LONG);
        });
        pool.execute(waiting);
        while (worker.join().getState() != Thread.State.TIMED_WAITING && !waiting.isDone()) {
            Thread.onSpinWait();
        }
        work.run();

        assertThat(waiting.get(20, TimeUnit.SECONDS)).isEqualTo("done");
        pool.shutdown();
    }

    @Test
    void sleepInAPool_thatMayMakeNoThread_isASleepAllTheSame() throws Exception {
        ForkJoinPool pool = pool(1, 1);

        assertThat(pool.submit((Callable<String>) () -> {
                            Waits.sleep(Duration.ofMillis(1));
                            return "slept";
                        })
                        .get(20, TimeUnit.SECONDS))
                .isEqualTo("slept");
        pool.shutdown();
    }

    @Test
    void work_thatIsNotDoneInTime_isATimeout() {
        assertThatThrownBy(() -> Waits.outcome(new FutureTask<>(() -> "never"), Duration.ofMillis(1)))
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void work_thatFails_isItsFailure() {
        FutureTask<String> work = new FutureTask<>(() -> {
            throw new IllegalStateException("broken");
        });
        work.run();

        assertThatThrownBy(() -> Waits.outcome(work, LONG))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("broken");
    }

    @Test
    void interruptedThread_endsItsWait_butTakesWhatIsThere() throws Exception {
        FutureTask<String> work = new FutureTask<>(() -> "done");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Waits.outcome(work, LONG)).isInstanceOf(InterruptedException.class);
        work.run();
        Thread.currentThread().interrupt();

        assertThat(Waits.outcome(work, LONG)).isEqualTo("done");
        assertThat(Thread.interrupted()).isTrue();
    }
}
