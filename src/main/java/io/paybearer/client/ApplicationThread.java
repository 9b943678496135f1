// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import org.jspecify.annotations.Nullable;

/**
 * The current thread, until closed with a context class loader that knows the Rest Client. By that loader a server tells which
 * application's configuration and beans are meant. Threads of the JDK's common pool, for example, know no application; such a
 * thread gets the Rest Client's own loader.
 */
final class ApplicationThread implements AutoCloseable {

    private final Thread thread = Thread.currentThread();
    private final @Nullable ClassLoader before = thread.getContextClassLoader();

    ApplicationThread(@Nullable Class<?> restClient) {
        if (restClient != null && !knows(before, restClient)) {
            thread.setContextClassLoader(restClient.getClassLoader());
        }
    }

    private static boolean knows(@Nullable ClassLoader loader, Class<?> type) {
        try {
            return Class.forName(type.getName(), false, loader) == type;
        } catch (ClassNotFoundException | LinkageError unknown) {
            return false;
        }
    }

    @Override
    public void close() {
        if (thread.getContextClassLoader() != before) {
            thread.setContextClassLoader(before);
        }
    }
}
