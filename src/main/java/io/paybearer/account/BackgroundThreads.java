// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import io.paybearer.thread.OwnThreads;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The few daemon threads that renew tokens in the background. While there is nothing to do, there is no thread. Nobody waits
 * for these threads, and no code of the application runs on them: there are so few that such code could hold up all renewals.
 */
final class BackgroundThreads extends ThreadPoolExecutor {

    private static final int MOST = 4;
    private static final int IDLE_SECONDS = 2;

    BackgroundThreads() {
        super(
                MOST,
                MOST,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                OwnThreads.named("paybearer-refresh"));
        allowCoreThreadTimeOut(true);
    }
}
