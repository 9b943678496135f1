// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Configurations of engines: the samples, for the loopback address. */
final class EngineFiles {

    private EngineFiles() {}

    static URI infinispanOverTcp(int port) throws IOException {
        return infinispan("c" + port, """
                <stack name="nodes" extends="tcp">
                  <TCP xmlns="urn:org:jgroups" bind_addr="127.0.0.1" bind_port="%1$s" port_range="8"
                       diag.enabled="false"/>
                  <TCPPING xmlns="urn:org:jgroups" initial_hosts="127.0.0.1[%1$s]" port_range="8"
                       stack.combine="REPLACE" stack.position="MPING"/>
                </stack>
                """.formatted(port), "");
    }

    /** Each call makes a file of its own: the URI tells managers apart. */
    static URI infinispan(String cluster) throws IOException {
        return infinispan(cluster, "");
    }

    /** With this within the container, beside what the sample has. */
    static URI infinispan(String cluster, String more) throws IOException {
        return infinispan(cluster, """
                <stack name="nodes">
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
                """, more);
    }

    private static URI infinispan(String cluster, String stack, String more) throws IOException {
        String transport = "<transport stack=\"nodes\" cluster=\"" + cluster + "\"/>" + more;
        return file(
                ".xml",
                sample("engines/infinispan.xml")
                        .replace("<cache-container>", "<jgroups>" + stack + "</jgroups><cache-container>")
                        .replace("<transport cluster=\"shop\"/>", transport));
    }

    static URI hazelcast(int port) throws IOException {
        return hazelcast(port, sample("engines/hazelcast.xml"));
    }

    /** A member that makes any object. */
    static URI hazelcastWithoutFilter(int port) throws IOException {
        return hazelcast(port, "<hazelcast xmlns=\"http://www.hazelcast.com/schema/config\"></hazelcast>");
    }

    private static URI hazelcast(int port, String sample) throws IOException {
        return file(".xml", sample.replace("</hazelcast>", """
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
                """.formatted(port, Engines.CACHE)));
    }

    private static String sample(String name) throws IOException {
        return Files.readString(Path.of("config-samples", name));
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
