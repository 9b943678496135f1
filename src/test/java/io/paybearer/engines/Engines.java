// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import io.paybearer.spi.TokenStore;
import io.paybearer.store.Bridges;
import io.paybearer.token.MemoryTokenStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.cache.Cache;
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
                ConfigurationBuilderHolder configuration =
                        new ParserRegistry().parse(infinispan("native").toURL());
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
            return provided(INFINISPAN_PROVIDER, infinispan("jcache"), infinispan("jcache"));
        }
    },
    HAZELCAST {
        @Override
        Engine open() throws IOException {
            int port = freePort();
            List<TokenStore> nodes = new ArrayList<>();
            List<AutoCloseable> parts = new ArrayList<>();
            for (int node = 0; node < 2; node++) {
                HazelcastInstance member = Hazelcast.newHazelcastInstance(
                        Config.loadFromFile(Path.of(hazelcast(port)).toFile()));
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
            return provided(HAZELCAST_PROVIDER, hazelcast(freePort()));
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
            CachingProvider provider = Caching.getCachingProvider("org.redisson.jcache.JCachingProvider");
            List<TokenStore> nodes = new ArrayList<>();
            List<AutoCloseable> parts = new ArrayList<>();
            for (int node = 0; node < 2; node++) {
                URI uri = file(".yaml", """
                        singleServerConfig:
                          address: "%s"
                        codec: !<org.redisson.client.codec.StringCodec> {}
                        """.formatted(server.uri()));
                CacheManager manager = provider.getCacheManager(uri, null);
                Cache<String, String> cache = manager.createCache(CACHE, new MutableConfiguration<String, String>());
                nodes.add(Bridges.over(cache, CACHE));
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

    static URI infinispanOverTcp(int port) throws IOException {
        return file(".xml", """
                <infinispan>
                  <jgroups>
                    <stack name="loopback" extends="tcp">
                      <TCP xmlns="urn:org:jgroups" bind_addr="127.0.0.1" bind_port="%1$s" port_range="8"
                           diag.enabled="false"/>
                      <TCPPING xmlns="urn:org:jgroups" initial_hosts="127.0.0.1[%1$s]" port_range="8"
                           stack.combine="REPLACE" stack.position="MPING"/>
                    </stack>
                  </jgroups>
                  <cache-container>
                    <transport stack="loopback" cluster="c%1$s"/>
                    <replicated-cache name="%2$s" mode="SYNC"/>
                  </cache-container>
                </infinispan>
                """.formatted(port, CACHE));
    }

    /** Each call makes a file of its own: the URI tells managers apart. */
    private static URI infinispan(String cluster) throws IOException {
        return file(".xml", """
                <infinispan>
                  <jgroups>
                    <stack name="loop">
                      <SHARED_LOOPBACK xmlns="urn:org:jgroups"/>
                      <SHARED_LOOPBACK_PING xmlns="urn:org:jgroups"/>
                      <pbcast.NAKACK2 xmlns="urn:org:jgroups"/>
                      <UNICAST3 xmlns="urn:org:jgroups"/>
                      <pbcast.STABLE xmlns="urn:org:jgroups"/>
                      <pbcast.GMS xmlns="urn:org:jgroups" join_timeout="200"/>
                      <UFC xmlns="urn:org:jgroups"/>
                      <MFC xmlns="urn:org:jgroups"/>
                      <FRAG4 xmlns="urn:org:jgroups"/>
                    </stack>
                  </jgroups>
                  <cache-container>
                    <transport stack="loop" cluster="%s"/>
                    <replicated-cache name="%s" mode="SYNC"/>
                  </cache-container>
                </infinispan>
                """.formatted(cluster, CACHE));
    }

    static URI hazelcast(int port) throws IOException {
        return file(".xml", """
                <hazelcast xmlns="http://www.hazelcast.com/schema/config">
                  <cluster-name>paybearer-%1$s</cluster-name>
                  <properties>
                    <property name="hazelcast.phone.home.enabled">false</property>
                    <property name="hazelcast.wait.seconds.before.join">0</property>
                    <property name="hazelcast.partition.count">11</property>
                  </properties>
                  <network>
                    <port auto-increment="true">%1$s</port>
                    <join>
                      <auto-detection enabled="false"/>
                      <multicast enabled="false"/>
                      <tcp-ip enabled="true"><member-list><member>127.0.0.1:%1$s</member></member-list></tcp-ip>
                    </join>
                    <interfaces enabled="true"><interface>127.0.0.1</interface></interfaces>
                  </network>
                  <cache name="%2$s"/>
                </hazelcast>
                """.formatted(port, CACHE));
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static URI file(String suffix, String content) {
        try {
            Path file = Files.createTempFile("paybearer-engine", suffix);
            file.toFile().deleteOnExit();
            return Files.writeString(file, content).toUri();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
