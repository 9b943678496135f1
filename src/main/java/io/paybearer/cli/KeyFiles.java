// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The two files of a key pair. Their names and their form are those of PaymentsGate's instructions. */
record KeyFiles(Path privateKey, Path publicKey) {

    static KeyFiles in(Path directory) {
        Path usable = NewFile.directory(directory);
        return new KeyFiles(usable.resolve("private_key.pem"), usable.resolve("public_key.pem"));
    }

    /** Writes a new pair, both files or none; returns the Base64 of the public key's file. */
    String write(Disk disk) {
        NewFile.requireAbsent(privateKey);
        NewFile.requireAbsent(publicKey);
        KeyPair pair = newPair();
        byte[] publicPem = pem("PUBLIC KEY", pair.getPublic().getEncoded());
        NewFile first = new NewFile(disk, privateKey, "rw-------")
                .write(pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        try {
            new NewFile(disk, publicKey, "rw-r--r--").write(publicPem);
        } catch (CliException failure) {
            first.remove();
            throw failure;
        }
        return Base64.getEncoder().encodeToString(publicPem);
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
