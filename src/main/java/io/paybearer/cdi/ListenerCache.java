// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cdi;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;

/**
 * RESTEasy's cache of {@code RestClientListener}s, up to MicroProfile 3.0.1 at the least. It is static and refers to the
 * class loaders of applications weakly, but to their listeners strongly, and a listener to its class loader: an
 * application that has one is never collected, unless its entry is taken out. Who needs it again fills it again.
 */
final class ListenerCache {

    private static final String OWNER = "org.jboss.resteasy.microprofile.client.RestClientListeners";

    private ListenerCache() {}

    /** Takes out the entries that hold a listener of ours; none where the server has another implementation. */
    static void forget() {
        try {
            Field cache = Class.forName(OWNER, false, Thread.currentThread().getContextClassLoader())
                    .getDeclaredField("map");
            cache.setAccessible(true);
            if (cache.get(null) instanceof Map<?, ?> listeners) {
                listeners.values().removeIf(ListenerCache::holdsOurs);
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            // another implementation or a version without this cache
        }
    }

    private static boolean holdsOurs(Object listeners) {
        ClassLoader ours = ListenerCache.class.getClassLoader();
        return listeners instanceof Collection<?> some
                && some.stream().anyMatch(one -> one.getClass().getClassLoader() == ours);
    }
}
