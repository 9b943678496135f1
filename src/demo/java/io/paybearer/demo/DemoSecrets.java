// SPDX-License-Identifier: Apache-2.0
package io.paybearer.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Secrets that are made for one run of the demo, in files that go with it. */
final class DemoSecrets implements AutoCloseable {

    private static final int RSA_BITS = 2048;
    private static final int LINE = 64;

    private final Path folder;
    private final List<Path> files = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    /** A folder that its owner alone may enter, where the file system knows owners. */
    DemoSecrets() throws IOException {
        folder = Files.createTempDirectory("paybearer-demo");
    }

    /** A new random secret in a file of its own. */
    Path file(String name, String secret) throws IOException {
        Path file = Files.createTempFile(folder, name, ".secret");
        files.add(file);
        values.add(secret);
        return Files.writeString(file, secret + "\n");
    }

    /** A random text; the characters in it must not matter. */
    static String random() {
        return UUID.randomUUID().toString().substring(0, 30) + "$&<é\"";
    }

    /** A random text of the characters that headers and OAuth 2.0 allow. */
    static String randomAscii() {
        return UUID.randomUUID().toString().substring(0, 30);
    }

    /** The PEM text of a new public key; the private half is forgotten at once, since nothing needs it. */
    static String publicKeyPem() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            byte[] key = generator.generateKeyPair().getPublic().getEncoded();
            String text = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(key);
            return "-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    /** All secrets that were made. */
    List<String> values() {
        return List.copyOf(values);
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
