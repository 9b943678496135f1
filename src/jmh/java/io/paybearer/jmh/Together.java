// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import io.paybearer.client.CredentialFilter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Calls of one filter by several threads at once, each with requests of its own. What is measured is the CPU of one of them. */
final class Together implements Slices.Work {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ExecutorService executor;
    private final List<Callable<Object>> callers;

    Together(int threads, int calls, CredentialFilter filter, URI uri, AtomicLong spent) {
        this.executor = Executors.newFixedThreadPool(threads);
        this.callers = Collections.nCopies(threads, () -> {
            StubRequest request = new StubRequest(null, uri);
            long began = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < calls; i++) {
                filter.filter(request.reset());
            }
            return spent.addAndGet((THREADS.getCurrentThreadCpuTime() - began) / threads);
        });
    }

    @Override
    public void run() {
        try {
            for (Future<Object> caller : executor.invokeAll(callers)) {
                caller.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
