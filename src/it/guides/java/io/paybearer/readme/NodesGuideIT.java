// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of several nodes, typed as it stands for one node of each server. */
@ExtendWith(Arrival.class)
class NodesGuideIT {

    private static final Document PAGE = Document.guide("several-nodes");
    private static final Document SERVERS = Document.guide("servers");
    private static final String JCACHE = "<dependency><groupId>javax.cache</groupId><artifactId>cache-api</artifactId>"
            + "<version>1.1.1</version><scope>provided</scope></dependency>";

    private final Newcomer newcomer;
    private final Path folder;

    NodesGuideIT(Newcomer newcomer) {
        this.newcomer = newcomer;
        folder = newcomer.tmp().resolve("nodes");
    }

    @Test
    void wildFly_withItsOwnCache_runsAndMakesACall() throws Exception {
        Guide guide = new Guide("several nodes, WildFly", PAGE.below("### On WildFly"), newcomer);

        leadsToTheAnswer(guide, "wildfly-39.0.1.Final", buildWith("TokenCache"), "- Started ");
    }

    /** On the loopback address alone. */
    @Test
    void payara_withItsOwnCache_runsAndMakesACall() throws Exception {
        String section = PAGE.below("### On Payara")
                .text()
                .replaceAll("10\\.0\\.0\\.([12])", "127.0.0.$1")
                .replace(
                        "--systemproperties",
                        "--prebootcommandfile $PAYBEARER/config-samples/payara/preboot.txt --systemproperties");
        Guide guide = new Guide("several nodes, Payara", new Document(PAGE.file(), section), newcomer);

        leadsToTheAnswer(guide, "payara-micro-6.2025.10.jar", buildWith("GridCache"), "ready in");
    }

    /** The call is that of the servers' page. */
    private void leadsToTheAnswer(Guide guide, String server, Path shop, String started) throws Exception {
        String call = SERVERS.below("## WildFly").blocks("sh").get(1);
        try (ServerFolder unpacked = ServerFolder.of(server, folder.resolve("server"))) {
            guide.leadsTo(Guide.answer(SERVERS), unpacked.parent(), shop, started, call);
        }
    }

    /** The starter with a bean of the page, and with what it is compiled against. */
    private Path buildWith(String bean) throws Exception {
        Path project = folder.resolve("shop-" + bean);
        Project.copyTree(newcomer.project().resolve("src/docs/starters/wildfly"), project);
        Files.writeString(
                project.resolve("src/main/java/shop/" + bean + ".java"),
                "package shop;\n\n" + PAGE.block("java", "public class " + bean));
        Path pom = project.resolve("pom.xml");
        Files.writeString(pom, Files.readString(pom).replace("<dependencies>", "<dependencies>" + JCACHE));
        try (Terminal terminal = newcomer.in(project, "several nodes")) {
            terminal.type("mvn -q compile war:war");
        }
        return project;
    }
}
