// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import io.paybearer.harness.MemoryTokenStore;
import io.paybearer.spi.TokenStore;
import io.paybearer.store.Bridges;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.infinispan.configuration.parsing.ConfigurationBuilderHolder;
import org.infinispan.configuration.parsing.ParserRegistry;
import org.infinispan.manager.DefaultCacheManager;

/** The engines that users run, each with two nodes where it has nodes; their configurations are those of the documents. */
enum Engines {
    MEMORY {
        @Override
        Engine open() {
            return new Engine(twice(new MemoryTokenStore()), List.of());
        }
    },
    INFINISPAN {
        @Override
        Engine open() throws IOException {
            List<TokenStore> nodes = new ArrayList<>();
            List<AutoCloseable> parts = new ArrayList<>();
            for (int node = 0; node < 2; node++) {
                ConfigurationBuilderHolder configuration = new ParserRegistry()
                        .parse(EngineFiles.infinispan("native").toURL());
                DefaultCacheManager manager = new DefaultCacheManager(configuration, true);
                nodes.add(Bridges.over(manager.getCache(CACHE), CACHE));
                parts.add(manager);
            }
            return new Engine(nodes, parts);
        }
    },
    INFINISPAN_JCACHE {
        @Override
        Engine open() throws IOException {
            return provided(INFINISPAN_PROVIDER, EngineFiles.infinispan("jcache"), EngineFiles.infinispan("jcache"));
        }
    },
    HAZELCAST {
        @Override
        Engine open() throws IOException {
            int port = EngineFiles.freePort();
            List<TokenStore> nodes = new ArrayList<>();
            List<AutoCloseable> parts = new ArrayList<>();
            for (int node = 0; node < 2; node++) {
                HazelcastInstance member = Hazelcast.newHazelcastInstance(
                        Config.loadFromFile(Path.of(EngineFiles.hazelcast(port)).toFile()));
                nodes.add(Bridges.over(member.getMap(CACHE), CACHE));
                parts.add(member::shutdown);
            }
            return new Engine(nodes, parts);
        }
    },
    /** One node: the URI is a part of the cache's name, so that two in one JVM would have two caches. */
    HAZELCAST_JCACHE {
        @Override
        Engine open() throws IOException {
            return provided(HAZELCAST_PROVIDER, EngineFiles.hazelcast(EngineFiles.freePort()));
        }
    },
    REDIS {
        @Override
        Engine open() throws Exception {
            RedisServer server = RedisServer.start();
            return new Engine(List.of(Bridges.redis(server.uri()), Bridges.redis(server.uri())), List.of(server));
        }
    },
    REDISSON_JCACHE {
        @Override
        Engine open() throws Exception {
            RedisServer server = RedisServer.start();
            CachingProvider provider = Caching.getCachingProvider(REDISSON_PROVIDER);
            List<TokenStore> nodes = new ArrayList<>();
            List<AutoCloseable> parts = new ArrayList<>();
            for (int node = 0; node < 2; node++) {
                CacheManager manager = provider.getCacheManager(EngineFiles.redisson(server.uri()), null);
                nodes.add(Bridges.over(manager.createCache(CACHE, new MutableConfiguration<>()), CACHE));
                parts.add(manager);
            }
            parts.add(server);
            return new Engine(nodes, parts);
        }
    },
    EHCACHE {
        @Override
        Engine open() {
            CachingProvider provider = Caching.getCachingProvider("org.ehcache.jsr107.EhcacheCachingProvider");
            CacheManager manager = provider.getCacheManager();
            manager.createCache(CACHE, new MutableConfiguration<String, String>());
            return new Engine(twice(Bridges.over(manager, CACHE)), List.of(manager));
        }
    };

    static final String CACHE = "paybearer";
    static final String INFINISPAN_PROVIDER = "org.infinispan.jcache.embedded.JCachingProvider";
    static final String REDISSON_PROVIDER = "org.redisson.jcache.JCachingProvider";
    static final String HAZELCAST_PROVIDER = "com.hazelcast.cache.HazelcastMemberCachingProvider";

    abstract Engine open() throws Exception;

    private static List<TokenStore> twice(TokenStore store) {
        return List.of(store, store);
    }

    private static Engine provided(String provider, URI... configurations) {
        List<TokenStore> nodes = new ArrayList<>();
        List<AutoCloseable> parts = new ArrayList<>();
        for (URI configuration : configurations) {
            CacheManager manager = Caching.getCachingProvider(provider, Engines.class.getClassLoader())
                    .getCacheManager(configuration, null);
            parts.add(manager);
            nodes.add(Bridges.jcache(provider, configuration, CACHE));
        }
        return new Engine(nodes.size() == 1 ? twice(nodes.get(0)) : nodes, parts);
    }
}
