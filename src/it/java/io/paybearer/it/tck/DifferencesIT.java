// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.tck;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/**
 * The TCK has the same results without paybearer, with its jar, and with an account on every interface; but for the tests of
 * {@code differences.txt}, which want redirects followed.
 */
class DifferencesIT {

    private static final Path REPORTS = Path.of(System.getProperty("it.tck.reports"));
    private static final Path FOLDER = Path.of(System.getProperty("it.tck.folder"));

    @Test
    void implementationAlone_runsAll_andPassesAllButWhatIsKnown() throws Exception {
        Run without = Run.of(REPORTS.resolve("without"));

        assertThat(without.size()).isEqualTo(Integer.getInteger("it.tck.tests"));
        assertThat(without.notPassed()).isSubsetOf(lines("known.txt"));
    }

    @Test
    void jarOnTheClassPath_changesNothing() throws Exception {
        Run without = Run.of(REPORTS.resolve("without"));

        assertThat(Run.of(REPORTS.resolve("jar")).differences(without)).isEmpty();
    }

    @Test
    void accountOnEveryInterface_changesRedirectsAlone() throws Exception {
        Run without = Run.of(REPORTS.resolve("without"));
        Run account = Run.of(REPORTS.resolve("account"));

        assertThat(account.differences(without)).isEqualTo(lines("differences.txt"));
    }

    /** Otherwise the run with an account would say less than it seems to. */
    @Test
    void everyInterfaceOfTheTck_hasTheAccount() throws Exception {
        Properties account = new Properties();
        try (Reader text = Files.newBufferedReader(FOLDER.resolve("account.properties"))) {
            account.load(text);
        }

        assertThat(interfaces())
                .isNotEmpty()
                .isSubsetOf(account.getProperty("paybearer.account.tck.rest-clients")
                        .split(","));
    }

    private static List<String> interfaces() throws Exception {
        Class<?> one = Class.forName("org.eclipse.microprofile.rest.client.tck.interfaces.SimpleGetApi");
        Path tck =
                Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (JarFile jar = new JarFile(tck.toFile())) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .filter(DifferencesIT::restClient)
                    .toList();
        }
    }

    private static boolean restClient(String name) {
        try {
            Class<?> type = Class.forName(name, false, DifferencesIT.class.getClassLoader());
            return type.isInterface()
                    && Stream.of(type.getMethods())
                            .flatMap(method -> Stream.of(method.getAnnotations()))
                            .anyMatch(said -> said.annotationType().isAnnotationPresent(HttpMethod.class));
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Set<String> lines(String list) throws Exception {
        Set<String> lines = new TreeSet<>(Files.readAllLines(FOLDER.resolve(list)));
        lines.removeIf(line -> line.isBlank() || line.startsWith("#"));
        return lines;
    }
}
