// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Two Payara Micros and their own data grid, Hazelcast, through JCache. */
class PayaraClusterIT extends ClusterScenarios {

    private static final int PORT = Integer.getInteger("it.http.port");
    private static final int GRID = Integer.getInteger("it.management.port");

    PayaraClusterIT() {
        super("payara");
    }

    @Override
    ClusterNode node(int number, WebArchive application, Map<String, String> properties) throws IOException {
        Path folder = Path.of(System.getProperty("it.server.home"), "node-" + number);
        NodeProcess.run("rm", "-rf", folder.toString());
        Files.createDirectories(folder);
        Path war = folder.resolve("shop.war");
        application.as(ZipExporter.class).exportTo(war.toFile());
        Path configuration = folder.resolve("cluster-payara.properties");
        Files.writeString(
                configuration,
                Files.readString(Path.of("config-samples/cluster-payara.properties"))
                        + properties.entrySet().stream()
                                .map(property -> property.getKey() + "=" + property.getValue())
                                .collect(Collectors.joining("\n", "\n", "\n")));

        List<String> command = List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx384m",
                "-Djava.io.tmpdir=" + folder,
                "-Dhazelcast.socket.bind.any=false", // else the data grid listens on all addresses
                "-jar",
                System.getProperty("it.server.home") + "/payara-micro.jar",
                "--disablephonehome",
                "--port",
                String.valueOf(PORT + number),
                "--prebootcommandfile",
                "config-samples/payara/preboot.txt",
                "--clustermode",
                "tcpip:127.0.0.1:" + GRID + ",127.0.0.1:" + (GRID + 1),
                "--interfaces",
                "127.0.0.1",
                "--startport",
                String.valueOf(GRID + number),
                "--nohostaware", // both are on one machine
                "--systemproperties",
                configuration.toString(),
                "--contextroot",
                "shop",
                "--deploy",
                war.toString());
        return new ClusterNode(command, " ready in ", URI.create("http://127.0.0.1:" + (PORT + number) + "/shop/"));
    }
}
