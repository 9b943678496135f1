package io.paybearer.config;

import io.paybearer.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/** A file that holds one secret, in UTF-8; a line break at its end does not belong to it. */
final class SecretFile {

    private static final long LARGEST = 64 * 1024;

    private SecretFile() {}

    /**
     * Reads it.
     *
     * @throws IOException if it cannot be read or holds nothing; the message says why, not what
     */
    static Secret read(String path) throws IOException {
        try {
            Path file = Path.of(path);
            if (!Files.isRegularFile(file)) {
                throw new IOException("there is no file " + path);
            }
            if (Files.size(file) > LARGEST) {
                throw new IOException(path + " is longer than " + LARGEST + " bytes");
            }
            return secret(path, Files.readAllBytes(file));
        } catch (InvalidPathException e) {
            throw new IOException("that is not a path", e);
        }
    }

    private static Secret secret(String path, byte[] bytes) throws IOException {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            String value = text.replaceFirst("[\\r\\n]+\\z", "").replaceFirst("\\A\\uFEFF", "");
            if (value.isBlank()) {
                throw new IOException(path + " is empty");
            }
            return Secret.of(value);
        } catch (CharacterCodingException e) {
            throw new IOException(path + " is not in UTF-8");
        }
    }

    /** Whether users other than the owner's group can read it. */
    static boolean readableByOthers(String path) {
        try {
            return Files.getPosixFilePermissions(Path.of(path)).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException | InvalidPathException unknown) {
            return false;
        }
    }
}
