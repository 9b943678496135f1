// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;

/** The two files of a key pair. Their names and their form are those of PaymentsGate's instructions. */
record KeyFiles(Path privateKey, Path publicKey) {

    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    static KeyFiles in(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new CliException(ExitCode.FAILED, "there is no directory " + directory);
        }
        return new KeyFiles(directory.resolve("private_key.pem"), directory.resolve("public_key.pem"));
    }

    /** Writes a new pair; returns the Base64 of the public key's file. */
    String write() throws IOException {
        requireAbsent(privateKey);
        requireAbsent(publicKey);
        KeyPair pair = newPair();
        byte[] publicPem = pem("PUBLIC KEY", pair.getPublic().getEncoded());
        write(privateKey, "rw-------", pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        write(publicKey, "rw-r--r--", publicPem);
        return Base64.getEncoder().encodeToString(publicPem);
    }

    private static void requireAbsent(Path file) {
        if (Files.exists(file)) {
            throw new CliException(
                    ExitCode.FAILED, file + " exists already; move it away, or name another --directory");
        }
    }

    /** Creates the file with its final permissions, so that at no time others can read it. */
    private static void write(Path file, String permissions, byte[] content) throws IOException {
        FileAttribute<?>[] attributes =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                        }
                        : new FileAttribute<?>[0];
        try (SeekableByteChannel channel = Files.newByteChannel(file, NEW, attributes)) {
            channel.write(ByteBuffer.wrap(content));
        } catch (FileAlreadyExistsException e) {
            requireAbsent(file);
        }
    }

    private static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The textual form of a key (RFC 7468). */
    private static byte[] pem(String label, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return ("-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n").getBytes(US_ASCII);
    }
}
