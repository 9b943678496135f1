// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import org.jspecify.annotations.Nullable;

/**
 * The current thread, while it looks things up as one of the application does: its context class loader tells a server which
 * application is meant. Where it does not know the Rest Client, as in the JDK's common pool, it has that one's until closed.
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
