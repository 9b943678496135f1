// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The place where new files are written. None of its operations follows a symbolic link. */
interface Disk {

    /** The disk of this machine. */
    Disk REAL = new Disk() {};

    Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    /**
     * Creates an empty file that has these permissions from its first moment on, where the system knows permissions.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the name is taken by anything, a dangling link included
     */
    default WritableByteChannel create(Path file, Set<PosixFilePermission> permissions) throws IOException {
        return permitting()
                ? Files.newByteChannel(file, NEW, PosixFilePermissions.asFileAttribute(permissions))
                : Files.newByteChannel(file, NEW, new FileAttribute<?>[0]);
    }

    /** What others may do with a file; the given permissions where the system knows none. */
    default Set<PosixFilePermission> permissions(Path file, Set<PosixFilePermission> otherwise) throws IOException {
        return permitting() ? Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS) : otherwise;
    }

    default void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    private static boolean permitting() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
