// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import io.paybearer.store.Bridges;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import org.infinispan.configuration.parsing.ParserRegistry;
import org.infinispan.manager.DefaultCacheManager;

/** Engines as the application of a node has them: members are started at once, clients may find no server yet. */
final class NodeEngines {

    private NodeEngines() {}

    static Supplier<?> of(String name, String configuration) throws Exception {
        return switch (name) {
            case "hazelcast-client" -> hazelcastClient(configuration);
            case "hotrod" -> {
                Object client = HotRod.client(configuration);
                yield () -> HotRod.cache(client, Engines.CACHE);
            }
            default -> {
                Object engine = member(name, URI.create(configuration));
                yield () -> engine;
            }
        };
    }

    private static Object member(String name, URI file) throws IOException {
        return switch (name) {
            case "hazelcast" ->
                Hazelcast.newHazelcastInstance(Config.loadFromFile(Path.of(file).toFile()))
                        .getMap(Engines.CACHE);
            case "infinispan" ->
                new DefaultCacheManager(new ParserRegistry().parse(file.toURL()), true).getCache(Engines.CACHE);
            case "hazelcast-jcache" -> Bridges.jcache(Engines.HAZELCAST_PROVIDER, file, Engines.CACHE);
            case "infinispan-jcache" -> Bridges.jcache(Engines.INFINISPAN_PROVIDER, file, Engines.CACHE);
            case "redisson-jcache" ->
                Caching.getCachingProvider(Engines.REDISSON_PROVIDER)
                        .getCacheManager(file, null)
                        .createCache(Engines.CACHE, new MutableConfiguration<>());
            default -> Bridges.redis(System.getProperty("paybearer.store.redis.uri"));
        };
    }

    /** One that does not wait for its cluster when it starts. */
    private static Supplier<?> hazelcastClient(String address) {
        ClientConfig config = new ClientConfig();
        config.setClusterName("paybearer-" + address.substring(address.indexOf(':') + 1));
        config.getNetworkConfig().addAddress(address);
        config.getConnectionStrategyConfig().setAsyncStart(true);
        HazelcastInstance client = HazelcastClient.newHazelcastClient(config);
        return () -> client.getMap(Engines.CACHE);
    }
}
