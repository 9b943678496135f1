// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A file that holds one secret in UTF-8. Line breaks at its end do not belong to the secret. */
final class SecretFile {

    private static final int LARGEST = 64 * 1024;

    private SecretFile() {}

    /**
     * Reads the secret.
     *
     * @throws IOException if the file cannot be read or holds nothing; the message says why and shows no secret
     */
    static Secret read(String path) throws IOException {
        return secret(path, bytes(path, LARGEST));
    }

    /**
     * Reads some texts of a file that holds a JSON object.
     *
     * @throws IOException if the file cannot be read or has not all of them; the message says why and shows no secret
     */
    static Map<String, Secret> members(String path, Set<String> names) throws IOException {
        try {
            return JsonMembers.read(bytes(path, LARGEST), names);
        } catch (IllegalArgumentException e) {
            throw new IOException(path + " cannot be used: " + e.getMessage());
        }
    }

    /**
     * Reads a regular file. No other kind is opened, since a pipe or a device may never end. The size that the system names is not
     * trusted, since a file may grow while it is read.
     *
     * @throws IOException if the file cannot be read or has more bytes; the message says why
     */
    static byte[] bytes(String path, int most) throws IOException {
        try {
            Path file = Path.of(path);
            if (!Files.isRegularFile(file)) {
                throw new IOException(unusual(file));
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] read = in.readNBytes(most + 1);
                if (read.length > most) {
                    throw new IOException(path + " is longer than " + most + " bytes");
                }
                return read;
            }
        } catch (InvalidPathException e) {
            throw new IOException("what it names is not a path");
        } catch (AccessDeniedException e) {
            throw new IOException(path + " may not be read by the user that runs this process");
        }
    }

    private static String unusual(Path file) {
        if (Files.isDirectory(file)) {
            return shown(file) + " is a directory";
        }
        return Files.exists(file) ? shown(file) + " is not a regular file" : "there is no file " + shown(file);
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
