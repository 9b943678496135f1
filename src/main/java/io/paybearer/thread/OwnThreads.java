// SPDX-License-Identifier: Apache-2.0
package io.paybearer.thread;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The daemon threads of the library. They have the library's class loader, and they inherit nothing from the thread that
 * happens to start them.
 */
public final class OwnThreads {

    private static final int IDLE_SECONDS = 1;

    private OwnThreads() {}

    /**
     * Makes threads of one name.
     *
     * @param name the name of each of them
     * @return what makes them
     */
    public static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(null, work, name, 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(OwnThreads.class.getClassLoader());
            return thread;
        };
    }

    /**
     * An executor on which no work ever waits for other work: whatever is under way, there is a thread for the next. A thread
     * ends a second after its last work. So while there is nothing to do, there is no thread.
     *
     * @param name the name of each thread
     * @return the executor
     */
    public static ExecutorService asManyAsNeeded(String name) {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), named(name));
    }
}
