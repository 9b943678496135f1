// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;

/** The user's own providers, on {@code PAYBEARER_CLASSPATH}. */
class OwnClassesTest extends CliTest {

    private static final String SERVICE = "META-INF/services/io.paybearer.spi.TokenIssuerProvider";

    private String own() {
        return file(Map.of(
                "paybearer.account.ours.provider", "our-own",
                "paybearer.account.ours.base-uri", "https://api.example",
                "paybearer.account.ours.shop-number", "7"));
    }

    /** A folder that lists a provider, as a jar of classes would. */
    private Path listing(String name, String provider) throws IOException {
        Path services = folder.resolve(name).resolve(SERVICE);
        Files.createDirectories(services.getParent());
        Files.writeString(services, provider);
        return folder.resolve(name);
    }

    private static Map<String, String> classPath(Object... entries) {
        StringBuilder path = new StringBuilder();
        for (Object entry : entries) {
            path.append(path.isEmpty() ? "" : File.pathSeparator).append(entry);
        }
        return Map.of("PAYBEARER_CLASSPATH", path.toString());
    }

    @Test
    void withoutIt_theProviderIsUnknown() {
        assertThat(Run.of("check", "-c", own()).err()).contains("there is no provider 'our-own'");
    }

    @Test
    void folder_bringsItsProviders() throws Exception {
        Map<String, String> environment = classPath(listing("classes", OwnProvider.class.getName()));

        assertThat(Run.in(environment, "", "token", "ours", "-c", own()).out()).isEqualToIgnoringNewLines("own-7");
        assertThat(Run.in(environment, "", "check", "-c", own()).err()).isEmpty();
    }

    @Test
    void newAccount_mayBeOfAnOwnProvider() throws Exception {
        Map<String, String> environment = classPath(listing("classes", OwnProvider.class.getName()));
        Path place = Files.createDirectory(folder.resolve("place"));

        Run run = Run.in(
                environment,
                "",
                "new",
                "--account=ours",
                "--provider=our-own",
                "--set=shop-number=7",
                "--set=base-uri=https://api.example",
                "--directory=" + place);

        assertThat(run.exitCode()).as(run.all()).isZero();
        assertThat(place.resolve("ours.properties")).content().contains("provider=our-own");
    }

    @Test
    void starBehindAFolder_bringsAllJarsOfIt_andEmptyEntriesNothing() throws Exception {
        Path jars = Files.createDirectory(folder.resolve("lib"));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(jars.resolve("own.jar")))) {
            jar.putNextEntry(new JarEntry(SERVICE));
            jar.write(OwnProvider.class.getName().getBytes());
        }

        Run run = Run.in(classPath("", jars + File.separator + "*", ""), "", "check", "-c", own());

        assertThat(run.exitCode()).as(run.all()).isZero();
    }

    @Test
    void entryThatIsNotThere_isCountedAndNotNamed() throws Exception {
        for (String missing : new String[] {"canary.jar", "canary" + File.separator + "*"}) {
            Run run = Run.in(classPath(listing("classes", "x"), folder.resolve(missing)), "", "check", "-c", own());

            assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
            assertThat(run.err())
                    .startsWith("error: PAYBEARER_CLASSPATH: its entry number 2 is not there; name jars, folders")
                    .doesNotContain("canary");
        }
    }

    @Test
    void listedClassThatIsNotThere_isOneMessage() throws Exception {
        Run run = Run.in(classPath(listing("classes", "com.example.Missing")), "", "check", "-c", own());

        assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("PAYBEARER_CLASSPATH cannot be used", "com.example.Missing not found", "META-INF/services");
    }
}
