// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Two WildFlys and their own Infinispan, configured and started by the commands of {@code src/docs/several-nodes.md}. */
class WildFlyClusterIT extends ClusterScenarios {

    private static final int HTTP = 8080;
    private static final int JGROUPS = 7600;
    private static final List<Integer> OFFSETS =
            List.of(Integer.getInteger("it.http.port") - HTTP, Integer.getInteger("it.http.port") - HTTP + 10);

    WildFlyClusterIT() {
        super("wildfly");
    }

    @Override
    ClusterNode node(int number, WebArchive application, Map<String, String> properties) {
        Path original = Path.of(System.getProperty("it.server.home"));
        Path home = original.resolveSibling(original.getFileName() + "-" + number);
        NodeProcess.run("rm", "-rf", home.toString());
        NodeProcess.run("cp", "-r", original.toString(), home.toString());
        NodeProcess.run(home + "/bin/jboss-cli.sh", "--file=config-samples/wildfly/token-cache.cli");
        NodeProcess.run(home + "/bin/jboss-cli.sh", "--file=config-samples/wildfly/listed-nodes.cli");
        application
                .as(ZipExporter.class)
                .exportTo(home.resolve("standalone/deployments/shop.war").toFile());

        List<String> command = new ArrayList<>(List.of(
                home + "/bin/standalone.sh",
                "-c",
                "standalone-ha.xml",
                "-P",
                "config-samples/cluster-wildfly.properties",
                "-Djboss.node.name=node-" + number,
                "-Djboss.socket.binding.port-offset=" + OFFSETS.get(number),
                "-Dcluster.nodes=" + member(0) + "," + member(1)));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        int port = HTTP + OFFSETS.get(number);
        return new ClusterNode(command, "WFLYSRV0025", URI.create("http://127.0.0.1:" + port + "/shop/"));
    }

    private static String member(int number) {
        return "127.0.0.1[" + (JGROUPS + OFFSETS.get(number)) + "]";
    }
}
