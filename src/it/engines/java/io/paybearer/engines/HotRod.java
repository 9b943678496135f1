// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.manager.DefaultCacheManager;

/**
 * Infinispan's server and client. By reflection: only the profile {@code cluster} has their hundred jars, which would meet
 * those of other tests.
 */
final class HotRod {

    private static final String SERVER = "org.infinispan.server.hotrod.HotRodServer";
    private static final String SETTINGS =
            "org.infinispan.server.hotrod.configuration.HotRodServerConfigurationBuilder";
    private static final String CLIENT = "org.infinispan.client.hotrod.RemoteCacheManager";

    private HotRod() {}

    /** Serves a cache on a port of the loopback address. */
    static void serve(int port, String cache) throws Exception {
        DefaultCacheManager caches = new DefaultCacheManager(new GlobalConfigurationBuilder().build(), true);
        caches.defineConfiguration(cache, new ConfigurationBuilder().build());
        Object settings = made(SETTINGS);
        call(settings, "host", "127.0.0.1");
        call(settings, "port", port);
        Object server = made(SERVER);
        call(server, "start", call(settings, "build"), caches);
        call(server, "postStart");
    }

    /** A client, which connects when it is asked for a cache. */
    static Object client(String address) throws ReflectiveOperationException {
        return Class.forName(CLIENT)
                .getConstructor(String.class)
                .newInstance("hotrod://" + address + "?client_intelligence=BASIC");
    }

    /** One of a client's caches; fails while there is no server. */
    static Object cache(Object client, String name) {
        try {
            return call(client, "getCache", name);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object made(String type) throws ReflectiveOperationException {
        return Class.forName(type).getConstructor().newInstance();
    }

    /** Calls the first public method that takes these arguments. */
    private static Object call(Object object, String name, Object... arguments) throws Exception {
        return new java.beans.Expression(object, name, arguments).getValue();
    }
}
