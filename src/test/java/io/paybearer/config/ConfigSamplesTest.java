// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of config-samples can be used as it is, given its secrets. */
class ConfigSamplesTest {

    private static final Path APIS = Path.of("config-samples/providers");

    /** Providers for many APIs: each API has a sample in {@link #APIS}. */
    private static final Set<String> GENERAL = Set.of("oauth2", "static");

    @TempDir
    private Path directory;

    static List<Path> files() throws IOException {
        return Samples.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void sample_isReadWithoutProblemsAndWarnings(Path file) throws IOException {
        PaybearerConfig config = new Samples(directory).load(file).read();

        assertThat(config.accounts()).isNotEmpty();
        assertThat(config.warnings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void sample_beginsWithWhatItIsFor(Path file) throws IOException {
        assertThat(Files.readAllLines(file).subList(0, 2))
                .allSatisfy(line -> assertThat(line).startsWith("# ").hasSizeGreaterThan(20));
    }

    @ParameterizedTest
    @MethodSource("files")
    void sample_hasItsSecretsInFiles(Path file) throws IOException {
        List<String> inline = TestConfig.installed().values().stream()
                .flatMap(provider -> Stream.concat(
                        provider.secretKeys().stream(),
                        Stream.of("trust-store-password", Keys.ENCRYPTION_KEYS, Keys.REDIS_URI)))
                .flatMap(leaf -> Stream.of("." + leaf + "=", PropertyNames.variable("." + leaf) + "="))
                .toList();

        assertThat(Files.readAllLines(file))
                .filteredOn(line -> !line.startsWith("#"))
                .allSatisfy(line -> assertThat(line).doesNotContain(inline));
    }

    static List<Path> filesForServers() throws IOException {
        return Samples.filesForServers();
    }

    /** They are loaded by the servers and engines of src/it. */
    @ParameterizedTest
    @MethodSource("filesForServers")
    void sampleForAServer_isGivenToTheServerOfTheTests(Path file) throws IOException {
        String given = Files.readString(Path.of("src/it/wildfly-module/pom.xml"))
                + Files.readString(Path.of("src/it/openliberty/pom.xml"))
                + Files.readString(Path.of("src/it/tomee/pom.xml"))
                + Files.readString(Path.of("src/it/resources/arquillian.xml"))
                + Files.readString(Path.of("src/it/openliberty/server.xml"))
                + Files.readString(Path.of("src/it/java/io/paybearer/it/standalone/WildFlyClusterIT.java"))
                + Files.readString(Path.of("src/it/engines/java/io/paybearer/engines/EngineFiles.java"));
        String inItsFolder = file.getParent().getFileName() + "/" + file.getFileName();

        assertThat(given).contains(inItsFolder);
    }

    @Test
    void samples_showEveryProviderAndEveryUse() throws IOException {
        List<String> names =
                files().stream().map(file -> file.getFileName().toString()).toList();

        assertThat(names)
                .contains(
                        "reference.properties",
                        "several-accounts.properties",
                        "environment.env",
                        "kubernetes-secret-files.properties",
                        "borderless-partner.properties");
        for (String provider : TestConfig.installed().keySet()) {
            if (!GENERAL.contains(provider)) {
                assertThat(names).contains(provider + ".properties");
            }
        }
    }

    static List<Path> ofOneApi() throws IOException {
        return files().stream().filter(file -> file.startsWith(APIS)).toList();
    }

    @Test
    void generalProviders_areShownByTheSamplesOfApis() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Path file : ofOneApi()) {
            shown.add(account(new Samples(directory).load(file)).provider().id());
        }

        assertThat(shown).isEqualTo(new TreeSet<>(GENERAL));
        assertThat(ofOneApi()).hasSizeGreaterThan(13);
    }

    @ParameterizedTest
    @MethodSource("ofOneApi")
    void sampleOfAnApi_hasOneAccount_namedAsTheFile(Path file) throws IOException {
        assertThat(file).hasFileName(account(new Samples(directory).load(file)).name() + ".properties");
    }

    @ParameterizedTest
    @MethodSource("ofOneApi")
    void sampleOfAnApi_canBeUsedWithTheKeysThatAreCommentedOut(Path file) throws IOException {
        String uncommented = Files.readString(file).replaceAll("(?m)^#(?=paybearer\\.)", "");
        Map<String, String> properties = new Samples(directory).properties(uncommented);

        assertThat(TestConfig.empty().properties(properties).read().warnings()).isEmpty();
    }

    private static AccountConfig account(TestConfig sample) {
        PaybearerConfig config = sample.read();
        assertThat(config.accounts()).hasSize(1);
        return config.accounts().iterator().next();
    }

    @Test
    void fileOfAKindThatNoTestLoads_fails() {
        assertThatThrownBy(() -> new Samples(directory).load(Path.of("config-samples/new.yaml")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("new.yaml");
    }
}
