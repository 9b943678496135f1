// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A file that a value was made of, with what the file held at that time.
 *
 * @param key the full key that names the file
 * @param path the file
 * @param content what the file held: the secret, or the hash of a trust store
 * @param reader reads the same again
 */
record WatchedFile(String key, String path, Secret content, Reader reader) {

    /** A file that was written less than this ago may be half written. */
    private static final Duration SETTLING = Duration.ofSeconds(1);

    /** Reads what a file holds. */
    interface Reader {
        Secret read(String path) throws IOException;
    }

    static WatchedFile secret(String key, String path, Secret content) {
        return new WatchedFile(key, path, content, SecretFile::read);
    }

    static WatchedFile trustStore(String key, String path) throws IOException {
        return new WatchedFile(key, path, hash(path), WatchedFile::hash);
    }

    private static Secret hash(String path) throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Path.of(path)));
            return Secret.of(Base64.getEncoder().encodeToString(hash));
        } catch (InvalidPathException | NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }

    boolean unchanged() {
        try {
            return reader.read(path).equals(content);
        } catch (IOException unusable) {
            return false;
        }
    }

    /** Whether the file was written just now, so that its writer may not have finished. The clock is compared with the file's. */
    boolean beingWritten(Instant now) {
        try {
            Instant written = Files.getLastModifiedTime(Path.of(path)).toInstant();
            return Duration.between(written, now).abs().compareTo(SETTLING) < 0;
        } catch (IOException gone) {
            return false;
        }
    }

    /** Whether the file holds a secret. Certificates are not secret. */
    boolean secret() {
        return key.endsWith(Keys.FILE_SUFFIX);
    }

    /** What every user of the machine can do with the file of a secret. */
    Optional<String> exposure() {
        return secret() ? SecretFile.exposure(path) : Optional.empty();
    }
}
