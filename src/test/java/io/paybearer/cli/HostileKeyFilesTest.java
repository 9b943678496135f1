// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code paybearer keygen} where something is in the way, and where the disk refuses: an error, and everything as it was. */
class HostileKeyFilesTest {

    private static final String PRIVATE = "private_key.pem";
    private static final String PUBLIC = "public_key.pem";

    @TempDir
    private Path root;

    private Path folder;
    private Path outside;

    @BeforeEach
    void prepare() throws IOException {
        folder = Files.createDirectory(root.resolve("keys"));
        outside = Files.createDirectory(root.resolve("outside"));
    }

    private static Run keygen(Path directory) {
        return Run.of("keygen", "-d", directory.toString());
    }

    private List<String> names(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void assertTaken(String name) throws IOException {
        Run run = keygen(folder);

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualToIgnoringNewLines("error: " + folder.resolve(name)
                        + " exists already; move it away, or name another --directory");
        assertThat(names(folder)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {PRIVATE, PUBLIC})
    void danglingLink_isNotFollowed(String name) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve(name), outside.resolve("target"));

        assertTaken(name);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(names(outside)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {PRIVATE, PUBLIC})
    void linkToAFile_isNotFollowed(String name) throws IOException {
        Path target = Files.writeString(outside.resolve("target"), "precious");
        Files.createSymbolicLink(folder.resolve(name), target);

        assertTaken(name);
        assertThat(target).hasContent("precious");
    }

    @ParameterizedTest
    @ValueSource(strings = {PRIVATE, PUBLIC})
    void linkLoop_isNotFollowed(String name) throws IOException {
        Files.createSymbolicLink(folder.resolve(name), Path.of(name));

        assertTaken(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {PRIVATE, PUBLIC})
    void directory_isLeftAlone(String name) throws IOException {
        Files.createDirectory(folder.resolve(name));

        assertTaken(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {PRIVATE, PUBLIC})
    void pipe_isNotWrittenTo(String name) throws Exception {
        assertThat(new ProcessBuilder("mkfifo", folder.resolve(name).toString())
                        .start()
                        .waitFor())
                .isZero();

        assertTaken(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"link", "link/", "link/.", "./link"})
    void linkInPlaceOfTheDirectory_isNotFollowed(String name) throws IOException {
        Files.createSymbolicLink(root.resolve("link"), outside);

        Run run = Run.of("keygen", "-d", root + "/" + name);

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).startsWith("error: --directory: ").contains("is a symbolic link");
        assertThat(names(outside)).isEmpty();
    }

    @Test
    void fileInPlaceOfTheDirectory_isAnError() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "precious");

        assertThat(keygen(file).exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(file).hasContent("precious");
    }

    /** A disk on which something fails. What works is done on the real disk. */
    private static class Failing implements Disk {

        private final String name;
        private final int bytes;

        /** The file of that name takes so many bytes; it cannot be created if these are negative. */
        Failing(String name, int bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        @Override
        public WritableByteChannel create(Path file, Set<PosixFilePermission> permissions) throws IOException {
            if (!file.endsWith(name)) {
                return Disk.super.create(file, permissions);
            }
            if (bytes < 0) {
                throw new AccessDeniedException(file.toString());
            }
            return new Full(Disk.super.create(file, permissions), bytes);
        }
    }

    /** A file that takes some bytes, a few with each call, and then no more. */
    private static final class Full implements WritableByteChannel {

        private final WritableByteChannel file;
        private int left;

        Full(WritableByteChannel file, int left) {
            this.file = file;
            this.left = left;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            int taken = Math.min(Math.min(7, left), bytes.remaining());
            if (taken == 0) {
                throw new IOException("No space left on device");
            }
            file.write(bytes.slice(bytes.position(), taken));
            bytes.position(bytes.position() + taken);
            left -= taken;
            return taken;
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PRIVATE, PUBLIC})
    void diskThatRefuses_leavesNothingHalfDone(String name) throws IOException {
        for (int bytes : new int[] {-1, 0, 1, 200, 400}) {
            assertThatThrownBy(() -> KeyFiles.in(folder).write(new Failing(name, bytes)))
                    .as("%s bytes", bytes)
                    .isInstanceOf(CliException.class)
                    .hasMessageStartingWith(folder.resolve(name) + " cannot be written: ")
                    .hasMessageEndingWith(
                            bytes < 0
                                    ? "the user that runs this command may not do that"
                                    : "IOException, No space left on device");

            assertThat(names(folder)).isEmpty();
        }
    }

    @Test
    void diskThatTakesAFewBytesAtATime_hasTheWholeKeys() throws IOException {
        KeyFiles files = KeyFiles.in(folder);

        files.write(new Failing(PRIVATE, 100_000));

        assertThat(files.privateKey()).content().endsWith("\n-----END PRIVATE KEY-----\n");
    }

    @Test
    void fileThatCannotBeRemoved_isNamed() {
        Disk keeping = new Failing(PUBLIC, 10) {
            @Override
            public void delete(Path file) throws IOException {
                throw new AccessDeniedException(file.toString());
            }
        };

        assertThatThrownBy(() -> KeyFiles.in(folder).write(keeping))
                .isInstanceOf(CliException.class)
                .hasMessage(folder.resolve(PRIVATE)
                        + " is left over from a failure: the user that runs this command may not do that; remove it");
    }

    @Test
    void nameThatIsTakenMeanwhile_isNotOverwritten() throws IOException {
        Disk late = new Disk() {
            @Override
            public WritableByteChannel create(Path file, Set<PosixFilePermission> permissions) throws IOException {
                if (file.endsWith(PUBLIC)) {
                    Files.createSymbolicLink(file, outside.resolve("target"));
                }
                return Disk.super.create(file, permissions);
            }
        };

        assertThatThrownBy(() -> KeyFiles.in(folder).write(late)).hasMessageContaining(PUBLIC + " exists already");
        assertThat(names(outside)).isEmpty();
        assertThat(names(folder)).containsExactly(PUBLIC);
    }

    /** The mode is looked at when the file exists and nothing has been written yet, and before each write. */
    @Test
    void privateKey_hasItsPermissionsFromItsFirstMomentOn() throws IOException {
        List<String> modes = new ArrayList<>();
        Disk observed = new Disk() {
            @Override
            public WritableByteChannel create(Path file, Set<PosixFilePermission> permissions) throws IOException {
                WritableByteChannel created = Disk.super.create(file, permissions);
                if (file.endsWith(PRIVATE)) {
                    modes.add(PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))
                            + " " + Files.size(file));
                }
                return created;
            }
        };

        KeyFiles.in(folder).write(observed);

        assertThat(modes).containsExactly("rw------- 0");
    }

    /** So does a file system without permissions of its own, such as that of a memory stick. */
    @Test
    void fileSystemThatIgnoresPermissions_getsNoPrivateKey() throws IOException {
        List<Long> written = new ArrayList<>();
        Disk stick = new Disk() {
            @Override
            public Set<PosixFilePermission> permissions(Path file, Set<PosixFilePermission> otherwise)
                    throws IOException {
                written.add(Files.size(file));
                return PosixFilePermissions.fromString("rwxr-xr-x");
            }
        };

        assertThatThrownBy(() -> KeyFiles.in(folder).write(stick))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("gives others more permissions than are asked for");
        assertThat(written).containsExactly(0L);
        assertThat(names(folder)).isEmpty();
    }
}
