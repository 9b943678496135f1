// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that is written whole or not at all, and only where nothing is yet.
 *
 * @param disk the place
 * @param path the file's name
 * @param permissions the permissions that the file has from its first moment on, such as {@code rw-------}
 */
record NewFile(Disk disk, Path path, String permissions) {

    /**
     * A directory that files can be written to. The name of a directory that does not exist may be a secret, so it is not shown.
     *
     * @throws CliException if there is none, or if a link leads to it
     */
    static Path directory(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw unusable("there is no directory of the name that was given");
        }
        if (Files.isSymbolicLink(directory) || Files.isSymbolicLink(directory.normalize())) {
            throw unusable(directory + " is a symbolic link; name the directory that it leads to");
        }
        return directory;
    }

    private static CliException unusable(String why) {
        return new CliException(ExitCode.FAILED, "--directory: " + why);
    }

    /** A link counts, whatever it leads to. */
    static void requireAbsent(Path file) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw taken(file);
        }
    }

    /**
     * Writes the file. If that fails, what was written is removed again.
     *
     * @throws CliException if the name is taken, or the disk refuses
     */
    NewFile write(byte[] content) {
        Set<PosixFilePermission> wanted = PosixFilePermissions.fromString(permissions);
        try {
            fill(disk.create(path, wanted), wanted, content);
            return this;
        } catch (FileAlreadyExistsException e) {
            throw taken(path);
        } catch (IOException e) {
            throw new CliException(ExitCode.FAILED, path + " cannot be written: " + reason(e));
        }
    }

    private void fill(WritableByteChannel created, Set<PosixFilePermission> wanted, byte[] content) throws IOException {
        try (created) {
            if (!wanted.containsAll(disk.permissions(path, wanted))) {
                throw new IOException("this file system gives others more permissions than are asked for");
            }
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                created.write(rest);
            }
        } catch (IOException | RuntimeException e) {
            remove();
            throw e;
        }
    }

    void remove() {
        try {
            disk.delete(path);
        } catch (IOException e) {
            throw new CliException(
                    ExitCode.FAILED, path + " is left over from a failure: " + reason(e) + "; remove it");
        }
    }

    private static CliException taken(Path file) {
        return new CliException(ExitCode.FAILED, file + " exists already; move it away, or name another --directory");
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException
                ? "the user that runs this command may not do that"
                : e.getClass().getSimpleName() + ", " + e.getMessage();
    }
}
