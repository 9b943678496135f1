// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFilesTest {

    private static final String KEY = "paybearer.account.shop.secret-word-file";

    @TempDir
    private Path directory;

    private Path write(byte[] content) throws IOException {
        Path file = Files.write(directory.resolve("word"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private Path write(String content) throws IOException {
        return write(content.getBytes(StandardCharsets.UTF_8));
    }

    private static TestConfig shop(Object path) {
        return TestConfig.shop().without("secret-word").with("secret-word-file", path.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pa$$wo${x} é<&\"#*",
                "pa$$wo${x} é<&\"#*\n",
                "pa$$wo${x} é<&\"#*\r\n\n",
                "\uFEFFpa$$wo${x} é<&\"#*\n"
            })
    void file_isReadAsItIsButForByteOrderMarkAndLineBreaksAtItsEnd(String content) throws IOException {
        TestConfig config = shop(write(content));

        assertThat(config.account().issuer().credential()).contains("pa$$wo${x} é<&\"#*");
        assertThat(config.read().warnings()).isEmpty();
    }

    @Test
    void secret_givenInBothWays_isAProblem() throws IOException {
        assertThat(shop(write("word")).with("secret-word", "other").problem())
                .isEqualTo(
                        "paybearer.account.shop.secret-word: it is given both as secret-word and as secret-word-file;"
                                + " remove one, or set it to nothing");
    }

    @Test
    void secret_givenInNoWay_isAProblemThatNamesBoth() {
        assertThat(TestConfig.shop().without("secret-word").problem())
                .isEqualTo(
                        "paybearer.account.shop.secret-word: it is missing; set it, or name a file that holds it with"
                                + " paybearer.account.shop.secret-word-file");
    }

    @Test
    void file_missing_isAProblemThatShowsThePath() {
        Path missing = directory.resolve("missing");

        assertThat(shop(missing).problem())
                .isEqualTo(KEY + ": there is no file " + missing + "; it has to name a file that holds the secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the-secret-itself",
                "/bm90YXBhdGg=",
                "/no-such-root/abc",
                "sub/dir",
                "-----BEGIN PUBLIC KEY-----\nMII"
            })
    void file_thatMayBeTheSecretItself_isNotShown(String misplaced) {
        assertThat(shop(misplaced).problem())
                .isEqualTo(
                        KEY + ": there is no file of that name (which is not shown, since it may be the secret itself);"
                                + " it has to name a file that holds the secret");
    }

    @Test
    void file_thatIsNoPath_isNotShown() {
        assertThat(shop("nul\0byte").problem()).startsWith(KEY + ": what it names is not a path;");
    }

    @Test
    void file_thatIsADirectory_isAProblem() {
        assertThat(shop(directory).problem()).contains(": " + directory + " is a directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "  \r\n"})
    void file_withoutContent_isAProblem(String content) throws IOException {
        Path file = write(content);

        assertThat(shop(file).problem()).startsWith(KEY + ": " + file + " is empty;");
    }

    @Test
    void file_inAnotherEncoding_isAProblem() throws IOException {
        Path file = write("wörd".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(shop(file).problem()).startsWith(KEY + ": " + file + " is not in UTF-8;");
    }

    @Test
    void file_farTooLong_isAProblem() throws IOException {
        Path file = write(new byte[64 * 1024 + 1]);

        assertThat(shop(file).problem()).startsWith(KEY + ": " + file + " is longer than 65536 bytes;");
    }

    @Test
    void file_readableByOthers_isAWarningThatNamesIt() throws IOException {
        Path file = Files.setPosixFilePermissions(write("word"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(shop(file).read().warnings())
                .isEqualTo(List.of(KEY + ": " + file
                        + " is readable by every user; chmod o-r it (Kubernetes: defaultMode: 0440)"));
    }

    @Test
    void file_readableByTheGroup_isNoWarning() throws IOException {
        Path file = Files.setPosixFilePermissions(write("word"), PosixFilePermissions.fromString("r--r-----"));

        assertThat(shop(file).read().warnings()).isEmpty();
    }

    @Test
    void file_writableByOthers_isAWarningAsWell() throws IOException {
        Path file = Files.setPosixFilePermissions(write("word"), PosixFilePermissions.fromString("rw-rw-rw-"));

        assertThat(shop(file).read().warnings())
                .containsExactly(KEY + ": " + file
                        + " is readable and writable by every user; chmod o-rw it (Kubernetes: defaultMode: 0440)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " word",
                "word ",
                "word\t\n",
                "word\u00A0",
                "\u00A0word",
                "word\u200B",
                "word\uFEFF",
                "\u2060word",
                "word\u00AD",
                "word\u3164",
                "word\uFE0F",
                "word\u202F",
                "word\u2028",
            })
    void secret_betweenSpaces_isAWarning(String content) throws IOException {
        assertThat(shop(write(content)).read().warnings())
                .containsExactly(
                        KEY
                                + ": the secret begins or ends with white space, which counts as a part of it; remove the white space");
        assertThat(TestConfig.shop().with("secret-word", content).read().warnings())
                .singleElement()
                .asString()
                .startsWith("paybearer.account.shop.secret-word: the secret begins or ends with white space");
    }

    @Test
    void secret_withAControlCharacter_isAProblem() throws IOException {
        assertThat(shop(write("wo\u0000rd")).problem())
                .isEqualTo(KEY + ": the secret holds a control character; copy it again from the provider's page");
    }
}
