// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A file that a value was made of, with what the file held at that time.
 *
 * @param key the full key that names the file
 * @param path the file
 * @param content what the file held: the secret, or the hash of a store
 * @param reader reads the same again
 * @param secret whether the file holds a secret; trusted certificates are none
 */
record WatchedFile(String key, String path, Secret content, Reader reader, boolean secret) {

    /** A file that has not been written for this long is whole, if the clocks of this machine and of the file do not differ more. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    /** Stores of all authorities of the world have less than 1 MiB. */
    static final int LARGEST_STORE = 16 * 1024 * 1024;

    /** Reads what a file holds. */
    interface Reader {
        Secret read(String path) throws IOException;
    }

    static WatchedFile secret(String key, String path, Secret content) {
        return new WatchedFile(key, path, content, SecretFile::read, true);
    }

    static WatchedFile members(String key, String path, Map<String, Secret> members) {
        Reader reader = file -> joined(SecretFile.members(file, members.keySet()));
        return new WatchedFile(key, path, joined(members), reader, true);
    }

    private static Secret joined(Map<String, Secret> members) {
        StringBuilder joined = new StringBuilder();
        members.forEach((name, text) ->
                joined.append(name).append('=').append(text.reveal()).append('\n'));
        return Secret.of(joined.toString());
    }

    static WatchedFile trustStore(String key, String path) throws IOException {
        return new WatchedFile(key, path, hash(path), WatchedFile::hash, false);
    }

    static WatchedFile keyStore(String key, String path) throws IOException {
        return new WatchedFile(key, path, hash(path), WatchedFile::hash, true);
    }

    private static Secret hash(String path) throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(SecretFile.bytes(path, LARGEST_STORE));
            return Secret.of(Base64.getEncoder().encodeToString(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }

    /** What the file holds now; empty if it cannot be used. */
    Optional<Secret> now() {
        try {
            return Optional.of(reader.read(path));
        } catch (IOException unusable) {
            return Optional.empty();
        }
    }

    /** Whether the file says that its writer finished a good while ago. A file whose time lies in the future says nothing. */
    boolean quiet(Instant now) {
        try {
            Instant written = Files.getLastModifiedTime(Path.of(path)).toInstant();
            return Duration.between(written, now).compareTo(QUIET) >= 0;
        } catch (IOException gone) {
            return false;
        }
    }

    boolean exists() {
        return Files.exists(Path.of(path));
    }

    /** What every user of the machine can do with the file of a secret. */
    Optional<String> exposure() {
        return secret ? SecretFile.exposure(path) : Optional.empty();
    }
}
