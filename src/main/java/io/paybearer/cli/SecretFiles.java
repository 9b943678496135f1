// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.config.AccountConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files that an account's secrets, keys and trusted certificates are in. */
final class SecretFiles {

    private final AccountConfig account;

    SecretFiles(AccountConfig account) {
        this.account = account;
    }

    private static final String SUBJECT = "file";

    /**
     * Looks at each file. The library warns of those that others may read; these warnings become findings.
     *
     * @param warnings the warnings of the configuration; those about files are taken away
     */
    List<Finding> look(List<String> warnings) {
        List<Finding> findings = new ArrayList<>();
        account.credentials().files().forEach((key, path) -> {
            List<String> about = warnings.stream()
                    .filter(warning -> warning.startsWith(key + ": "))
                    .toList();
            warnings.removeAll(about);
            about.forEach(warning -> findings.add(Finding.warning(account.name(), SUBJECT, warning)));
            if (about.isEmpty()) {
                findings.add(Finding.ok(account.name(), SUBJECT, key + ": " + path + permissions(Path.of(path))));
            }
        });
        return findings;
    }

    private static String permissions(Path file) {
        return posix(file).map(text -> " (" + text + ")").orElse("");
    }

    private static Optional<String> posix(Path file) {
        try {
            return Optional.of(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) + " of "
                    + Files.getOwner(file).getName());
        } catch (IOException | UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }
}
