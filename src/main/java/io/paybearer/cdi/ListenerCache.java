// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cdi;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;

/**
 * The cache of {@code RestClientListener}s in RESTEasy MicroProfile, up to version 3.0.1 at least. The cache is static. Its
 * keys are class loaders of applications, held weakly; its values are their listeners, held strongly, and each listener refers
 * to its class loader. So an application with a listener is never collected, unless its entry is taken out. RESTEasy fills the
 * cache again when it needs to.
 */
final class ListenerCache {

    private static final String OWNER = "org.jboss.resteasy.microprofile.client.RestClientListeners";

    private ListenerCache() {}

    /** Takes out the entries that hold a listener of ours. Does nothing where another implementation is at work. */
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
