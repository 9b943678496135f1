// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Configurations of engines, for the loopback address. */
final class EngineFiles {

    private EngineFiles() {}

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
                """.formatted(port, Engines.CACHE));
    }

    /** Each call makes a file of its own: the URI tells managers apart. */
    static URI infinispan(String cluster) throws IOException {
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
                """.formatted(cluster, Engines.CACHE));
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
                """.formatted(port, Engines.CACHE));
    }

    static URI redisson(String redis) {
        return file(".yaml", """
                singleServerConfig:
                  address: "%s"
                codec: !<org.redisson.client.codec.StringCodec> {}
                """.formatted(redis));
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
