// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.jars;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.spi.TokenIssuerProvider;
import io.paybearer.spi.TokenListener;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** Each jar has what belongs into it and nothing else. */
class JarsIT {

    @Test
    void productionJar_hasNeitherSandboxNorCommandLine_norTheirDependencies() throws Exception {
        assertThat(classes(""))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("io/paybearer/"))
                .noneMatch(name -> name.startsWith("io/paybearer/sandbox/") || name.startsWith("io/paybearer/cli/"));
    }

    /** What is in it: {@code src/docs/performance.md}. */
    @Test
    void productionJar_staysAsSmallAsItIs() {
        assertThat(Path.of(System.getProperty("it.jar") + ".jar"))
                .satisfies(jar -> assertThat(Files.size(jar)).isLessThan(510_000));
    }

    /** Without a descriptor it reads its APIs under whatever module name their versions have. */
    @Test
    void productionJar_isAnAutomaticModule_thatOffersItsProviders() {
        ModuleDescriptor module = ModuleFinder.of(Path.of(System.getProperty("it.jar") + ".jar"))
                .find("io.paybearer")
                .orElseThrow()
                .descriptor();

        assertThat(module.isAutomatic()).isTrue();
        assertThat(module.provides())
                .extracting(ModuleDescriptor.Provides::service)
                .contains(TokenIssuerProvider.class.getName(), TokenListener.class.getName());
    }

    /** Weld SE beside RESTEasy 6, and Helidon 4.2, read no newer form: they warn of it, or find no bean. */
    @Test
    void productionJar_hasAnIndexOfBeans_inAFormThatOlderReadersKnow() throws Exception {
        try (JarFile jar = new JarFile(System.getProperty("it.jar") + ".jar");
                DataInputStream index = new DataInputStream(jar.getInputStream(jar.getEntry("META-INF/jandex.idx")))) {
            assertThat(index.readInt()).isEqualTo(0xBABE1F15);
            assertThat(index.readByte()).isEqualTo((byte) 10);
        }
    }

    @Test
    void productionJar_saysToScannersWhichVersionItIs() throws Exception {
        try (JarFile jar = new JarFile(System.getProperty("it.jar") + ".jar")) {
            Properties said = new Properties();
            said.load(jar.getInputStream(jar.getEntry("META-INF/maven/io.paybearer/paybearer/pom.properties")));
            assertThat(said).containsEntry("artifactId", "paybearer");
            assertThat(System.getProperty("it.jar")).endsWith("paybearer-" + said.getProperty("version"));
            assertThat(jar.getManifest().getMainAttributes().getValue("Implementation-Version"))
                    .isEqualTo(said.getProperty("version"));
        }
    }

    @Test
    void sandboxJar_hasTheSandboxAlone() throws Exception {
        assertThat(classes("-sandbox")).isNotEmpty().allMatch(name -> name.startsWith("io/paybearer/sandbox/"));
    }

    @Test
    void commandLineJar_runsAndHasWhatItNeeds() throws Exception {
        try (JarFile jar = new JarFile(System.getProperty("it.jar") + "-cli.jar")) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo("io.paybearer.cli.Main");
        }
        assertThat(classes("-cli"))
                .contains(
                        "io/paybearer/cli/Main.class",
                        "picocli/CommandLine.class",
                        "org/jose4j/jws/JsonWebSignature.class")
                .noneMatch(name -> name.startsWith("org/junit/"));
    }

    @Test
    void everyJar_carriesTheLicence() throws Exception {
        for (String classifier : List.of("", "-sandbox", "-cli", "-sources")) {
            assertThat(names(classifier)).as("jar%s", classifier).contains("META-INF/LICENSE");
        }
    }

    @Test
    void commandLineJar_carriesTheLicencesOfItsParts() throws Exception {
        assertThat(names("-cli"))
                .contains("META-INF/LICENSE", "META-INF/LICENSE.txt", "META-INF/LICENSE.md", "META-INF/NOTICE");
    }

    private static List<String> classes(String classifier) throws IOException {
        return names(classifier).stream()
                .filter(name -> name.endsWith(".class"))
                .toList();
    }

    private static List<String> names(String classifier) throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("it.jar") + classifier + ".jar")) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }
}
