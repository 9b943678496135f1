// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks things up as a thread of the application does, whose context class loader tells a server which application is meant. */
final class ApplicationThread {

    private ApplicationThread() {}

    /** Calls with the class loader of a Rest Client where the thread's own does not know it, as in the JDK's common pool. */
    static <T> T call(@Nullable Class<?> restClient, Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        if (restClient == null || knows(before, restClient)) {
            return work.get();
        }
        thread.setContextClassLoader(restClient.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static boolean knows(@Nullable ClassLoader loader, Class<?> type) {
        try {
            return Class.forName(type.getName(), false, loader) == type;
        } catch (ClassNotFoundException | LinkageError unknown) {
            return false;
        }
    }
}
