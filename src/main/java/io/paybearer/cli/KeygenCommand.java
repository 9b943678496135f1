// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code keygen}: makes the key pair that PaymentsGate asks for. */
@Command(
        name = "keygen",
        description =
                "Makes an RSA key pair of 2048 bits for PaymentsGate: private_key.pem (PKCS#8, readable by you alone) and"
                        + " public_key.pem. Prints the Base64 of the public key's file, as PaymentsGate's page wants it. Existing"
                        + " files are left alone.")
final class KeygenCommand implements Callable<Integer> {

    @Option(
            names = {"-d", "--directory"},
            paramLabel = "DIRECTORY",
            defaultValue = ".",
            description = "where the files go; the current directory by default")
    private Path directory = Path.of(".");

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        KeyFiles files = KeyFiles.in(directory);
        String base64 = files.write(Disk.REAL);
        output.note("The private key is in " + files.privateKey() + ": keep it, and never configure or send it.");
        output.note("The public key is in " + files.publicKey()
                + ": name that with paybearer.account.<name>.public-key-file. Its Base64:");
        if (output.json()) {
            output.json(members(files, base64));
        } else {
            output.line(base64);
        }
        return ExitCode.OK;
    }

    private static Map<String, Object> members(KeyFiles files, String base64) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("privateKeyFile", files.privateKey().toString());
        members.put("publicKeyFile", files.publicKey().toString());
        members.put("publicKey", base64);
        return members;
    }
}
