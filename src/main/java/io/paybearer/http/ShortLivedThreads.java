// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Daemon threads for an HTTP client's answers; each ends a second after its work. */
final class ShortLivedThreads extends ThreadPoolExecutor {

    ShortLivedThreads() {
        super(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), ShortLivedThreads::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "paybearer-http");
        thread.setDaemon(true);
        thread.setContextClassLoader(ShortLivedThreads.class.getClassLoader());
        return thread;
    }
}
