// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The few daemon threads that renew tokens in the background. While there is nothing to do, there is no thread. */
final class BackgroundThreads extends ThreadPoolExecutor {

    private static final int MOST = 4;
    private static final int IDLE_SECONDS = 2;

    BackgroundThreads() {
        super(MOST, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), BackgroundThreads::thread);
        allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "paybearer-refresh");
        thread.setDaemon(true);
        thread.setContextClassLoader(BackgroundThreads.class.getClassLoader());
        return thread;
    }
}
