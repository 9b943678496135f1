// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** A file that holds one secret in UTF-8. Line breaks at its end do not belong to the secret. */
final class SecretFile {

    private static final long LARGEST = 64 * 1024;

    private SecretFile() {}

    /**
     * Reads the secret.
     *
     * @throws IOException if the file cannot be read or holds nothing; the message says why and shows no secret
     */
    static Secret read(String path) throws IOException {
        try {
            Path file = Path.of(path);
            if (!Files.isRegularFile(file)) {
                throw new IOException(
                        Files.isDirectory(file) ? shown(file) + " is a directory" : "there is no file " + shown(file));
            }
            if (Files.size(file) > LARGEST) {
                throw new IOException(path + " is longer than " + LARGEST + " bytes");
            }
            return secret(path, Files.readAllBytes(file));
        } catch (InvalidPathException e) {
            throw new IOException("what it names is not a path");
        } catch (AccessDeniedException e) {
            throw new IOException(path + " may not be read by the user that runs this process");
        }
    }

    /**
     * The path for a message. What names no file may be the secret itself, put under the wrong key. So it is shown only if it is
     * sure to be a path: its first directory exists, as {@code /run} does.
     */
    private static String shown(Path file) {
        Path root = file.getRoot();
        boolean path = root != null && file.getNameCount() > 1 && Files.isDirectory(root.resolve(file.getName(0)));
        return path ? file.toString() : "of that name (which is not shown, since it may be the secret itself)";
    }

    private static Secret secret(String path, byte[] bytes) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String value = content(text);
            if (value.isBlank()) {
                throw new IOException(path + " is empty");
            }
            return Secret.of(value);
        } catch (CharacterCodingException e) {
            throw new IOException(path + " is not in UTF-8");
        }
    }

    /** The text without what editors add: a byte order mark, and line breaks at the end. */
    static String content(String text) {
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        int end = text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    /** What every user of the machine, not only the file's owner and group, can do with the file; empty if that is nothing. */
    static Optional<String> exposure(String path) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(Path.of(path));
            boolean read = permissions.contains(PosixFilePermission.OTHERS_READ);
            boolean write = permissions.contains(PosixFilePermission.OTHERS_WRITE);
            String can = (read ? "readable" : "") + (read && write ? " and " : "") + (write ? "writable" : "");
            return Optional.of(can)
                    .filter(text -> !text.isEmpty())
                    .map(text -> path + " is " + text + " by every user; chmod o-" + (read ? "r" : "")
                            + (write ? "w" : "") + " it (Kubernetes: defaultMode: 0440)");
        } catch (IOException | UnsupportedOperationException | InvalidPathException unknown) {
            return Optional.empty();
        }
    }
}
