// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is named as a file of a secret, or as a trust store, and is nothing that can be read to its end. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFilesTest {

    private static final long TERABYTE = 1L << 40;

    @TempDir
    private Path directory;

    private static String problemOfSecret(Path file) {
        return TestConfig.shop()
                .without("secret-word")
                .with("secret-word-file", file.toString())
                .problem();
    }

    private static String problemOfTrustStore(Path file) {
        return TestConfig.empty()
                .with("provider", "borderless")
                .with("issuer-id", "I")
                .with("secret-key", "K")
                .with("token-source", "endpoint")
                .with("trust-store", file.toString())
                .with("trust-store-password", "changeit")
                .problem();
    }

    private Path pipe() throws Exception {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }

    private Path loop() throws IOException {
        Path one = directory.resolve("one");
        Files.createSymbolicLink(one, directory.resolve("two"));
        return Files.createSymbolicLink(directory.resolve("two"), one);
    }

    private Path huge() throws IOException {
        Path huge = directory.resolve("huge");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(TERABYTE);
        }
        return huge;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void pipesAndDevices_areNotOpened() throws Exception {
        for (Path file : List.of(pipe(), Path.of("/dev/zero"), Path.of("/dev/null"), Path.of("/dev/tty"))) {
            assertThat(problemOfSecret(file)).contains(": " + file + " is not a regular file;");
            assertThat(problemOfTrustStore(file))
                    .contains(": " + file + " is not a regular file; it must be a PEM file");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void linksToThem_areNotOpenedEither() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link"), pipe());

        assertThat(problemOfSecret(link)).contains(": " + link + " is not a regular file;");
        assertThat(problemOfTrustStore(link)).contains(": " + link + " is not a regular file;");
    }

    @Test
    void directories_areNamed() {
        assertThat(problemOfSecret(directory)).contains(": " + directory + " is a directory;");
        assertThat(problemOfTrustStore(directory)).contains(": " + directory + " is a directory;");
    }

    @Test
    void linksThatLeadNowhere_areNoFiles() throws Exception {
        Path dangling = Files.createSymbolicLink(directory.resolve("dangling"), directory.resolve("none"));
        for (Path link : List.of(loop(), dangling)) {
            assertThat(problemOfSecret(link)).contains(": there is no file " + link + ";");
            assertThat(problemOfTrustStore(link)).contains(": there is no file " + link + ";");
        }
    }

    @Test
    void fileOfATerabyte_isReadToItsLimitAlone() throws Exception {
        Path huge = huge();

        assertThat(problemOfSecret(huge)).contains(": " + huge + " is longer than 65536 bytes;");
        assertThat(problemOfTrustStore(huge)).contains(": " + huge + " is longer than ", " bytes;");
    }

    /** The system says of these files that they have no bytes. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void fileThatIsLongerThanItsSize_isReadToItsLimitAlone() {
        Path symbols = Path.of("/proc/kallsyms");

        assertThat(problemOfSecret(symbols)).contains(": " + symbols + " is longer than 65536 bytes;");
    }
}
