// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of the servers, typed as it stands, each section with a server that was just unpacked. */
@ExtendWith(Arrival.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServersGuideIT {

    private static final Document PAGE = Document.guide("servers");

    private final Newcomer newcomer;
    private final Path folder;
    private final Path shop;

    ServersGuideIT(Newcomer newcomer) {
        this.newcomer = newcomer;
        folder = newcomer.tmp().resolve("servers");
        shop = folder.resolve("shop-wildfly");
    }

    /** The WAR that all sections begin with. */
    @BeforeAll
    void buildTheWar() throws Exception {
        try (Terminal terminal = newcomer.in(folder, "servers")) {
            terminal.type(
                    newcomer.here(PAGE.below("## Before you begin").blocks("sh").get(0)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "WildFly,wildfly-39.0.1.Final,- Started ,25",
        "Open Liberty,wlp,CWWKF0011I,25",
        "Payara Micro,payara-micro-6.2025.10.jar,ready in,25",
        "TomEE,apache-tomee-microprofile-9.0.0,Server startup in,23"
    })
    void server_answersWhatThePageSays(String title, String server, String started, int newestJdk) throws Exception {
        assumeTrue(newcomer.javaVersion() <= newestJdk, title + " needs Java " + newestJdk + " or earlier");
        Guide guide = new Guide("servers, " + title, PAGE.below("## " + title), newcomer);

        try (ServerFolder unpacked = ServerFolder.of(server, folder.resolve(title.replace(' ', '-')))) {
            guide.leadsTo(Guide.answer(PAGE), unpacked.parent(), shop, started);
        }
    }

    @Test
    void wildFly_withTheModule_answersWhatThePageSays() throws Exception {
        Document section = PAGE.below("### WildFly module");
        Path withoutJars = buildWithoutJars(section.blocks("xml").get(0));
        Guide guide = new Guide("servers, WildFly module", section, newcomer);

        try (ServerFolder unpacked = ServerFolder.of("wildfly-39.0.1.Final", folder.resolve("module"))) {
            guide.leadsTo(Guide.answer(PAGE), unpacked.parent(), withoutJars, "- Started ");
        }
    }

    /** The same project, changed as the page says. */
    private Path buildWithoutJars(String configuration) throws Exception {
        Path project = folder.resolve("shop-module");
        Project.copyTree(shop.resolve("src"), project.resolve("src"));
        String plugin = "<artifactId>maven-war-plugin</artifactId>";
        String version = "<version>1.0.0-SNAPSHOT</version>";
        Files.writeString(
                project.resolve("pom.xml"),
                Files.readString(shop.resolve("pom.xml"))
                        .replace(version, version + "<scope>provided</scope>")
                        .replace(plugin, plugin + configuration));
        try (Terminal terminal = newcomer.in(project, "servers, WildFly module")) {
            terminal.type("mvn -q compile war:war");
            assertThat(terminal.type("unzip -l target/shop.war")).doesNotContain(".jar");
        }
        return project;
    }
}
