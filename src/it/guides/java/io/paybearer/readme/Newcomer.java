// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Somebody who has a JDK, Maven and this project's files, has built the project as the README says, and has the stand-ins run in the
 * first terminal. The only differences: the local repository has what Maven Central offers already, and {@code /tmp} is a folder of the
 * tests.
 */
final class Newcomer implements AutoCloseable {

    /** Where the stand-ins listen. */
    static final String STAND_IN = "http://127.0.0.1:18080";

    private static final Path JDK = Path.of(System.getProperty("it.jdk"));

    private final Path tmp;
    private final Map<String, String> environment = new HashMap<>();
    private final Protocol protocol;
    private final Terminal first;

    private Newcomer(Path tmp) throws Exception {
        this.tmp = tmp;
        protocol = Protocol.begin(tmp.resolveSibling("protocol.txt"), "README");
        Path repository = Project.repository(tmp.resolve("repository"), Path.of(System.getProperty("it.maven.repo")));
        environment.put("MAVEN_OPTS", "-Dmaven.repo.local=" + repository);
        environment.put("JAVA_HOME", JDK.toString());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("SERVER_HOST", "127.0.0.1");
        environment.put("PATH", JDK.resolve("bin") + ":" + System.getenv("PATH"));
        Project.copy(project());
        first = inTheProject("README");
    }

    /** Takes the steps of the README that all pages begin with. */
    static Newcomer arrive(Path tmp) throws Exception {
        Newcomer newcomer = new Newcomer(tmp);
        try {
            newcomer.buildAndStartTheStandIns();
            return newcomer;
        } catch (Exception | AssertionError e) {
            newcomer.close();
            throw e;
        }
    }

    private void buildAndStartTheStandIns() throws Exception {
        assertThat(first.type(readme().block("sh", "mvn -q -DskipTests install")))
                .doesNotContainPattern("\\[\\P{Alpha}*(ERROR|WARNING)");
        first.type(readme().block("sh", "alias paybearer"));
        first.leave(here(readme().block("sh", "paybearer sandbox")), "Listening at " + STAND_IN);
    }

    /** The part of the README that a newcomer begins with. */
    static Document readme() {
        return Document.readme().below("## Five minutes with the sandbox");
    }

    /** What stands for {@code /tmp}. */
    Path tmp() {
        return tmp;
    }

    /** The project's folder. */
    Path project() {
        return tmp.resolve("project");
    }

    /** The terminal in which the stand-ins run. */
    Terminal first() {
        return first;
    }

    /** Commands of a page, with the folders of this newcomer. */
    String here(String commands) {
        return commands.replace("/tmp/", tmp + "/")
                .replace("/path/to/paybearer", project().toString())
                .replace("~/.m2/repository", tmp.resolve("repository").toString());
    }

    /** Opens a terminal in the project's folder. */
    Terminal inTheProject(String page) throws IOException {
        return in(project(), page);
    }

    /** Opens a terminal in a folder, which is made if it is not there. */
    Terminal in(Path folder, String page) throws IOException {
        return Terminal.in(Files.createDirectories(folder), environment, protocol.of(page));
    }

    /** Opens a terminal in the folder of the starters. */
    Terminal atWork(String page) throws IOException, InterruptedException {
        Terminal terminal = in(tmp.resolve("work"), page);
        terminal.type("export PAYBEARER=" + project());
        return terminal;
    }

    /** The version of Java that is on the path. */
    int javaVersion() throws IOException {
        Properties release = new Properties();
        try (Reader reader = Files.newBufferedReader(JDK.resolve("release"))) {
            release.load(reader);
        }
        return Runtime.Version.parse(release.getProperty("JAVA_VERSION").replace("\"", ""))
                .feature();
    }

    @Override
    public void close() throws InterruptedException {
        first.close();
    }
}
