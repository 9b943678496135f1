// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads secrets, from their keys or from the files that are named there. Used by one thread. */
final class SecretReader {

    private final String prefix;
    private final Function<String, Optional<String>> values;
    private final Problems problems;
    private final Map<String, Secret> files = new HashMap<>();

    /** Of the keys that begin like this, whose texts are found by what follows. */
    SecretReader(String prefix, Function<String, Optional<String>> values, Problems problems) {
        this.prefix = prefix;
        this.values = values;
        this.problems = problems;
    }

    /** The secret; empty if it is given in neither way. */
    Optional<Secret> read(String leaf) {
        String key = prefix + leaf;
        Optional<String> file = values.apply(leaf + Keys.FILE_SUFFIX).map(String::strip);
        Optional<String> direct = values.apply(leaf);
        if (file.isPresent() && direct.isPresent()) {
            problems.add(
                    key,
                    "it is given both as " + leaf + " and as " + leaf + Keys.FILE_SUFFIX
                            + "; remove one, or set it to nothing");
        }
        if (file.isPresent()) {
            return Optional.of(fromFile(key + Keys.FILE_SUFFIX, file.get()));
        }
        return direct.map(text -> checked(key, Secret.of(SecretFile.content(text))));
    }

    private Secret fromFile(String key, String path) {
        try {
            Secret secret = SecretFile.read(path);
            files.put(path, secret);
            if (SecretFile.readableByOthers(path)) {
                problems.warn(key, path + " is readable by every user; chmod o-r it (Kubernetes: defaultMode: 0440)");
            }
            return checked(key, secret);
        } catch (IOException e) {
            problems.add(key, e.getMessage() + "; it has to name a file that holds the secret");
            return Secret.of("");
        }
    }

    private Secret checked(String key, Secret secret) {
        String text = secret.reveal();
        if (holdsUnwanted(text)) {
            problems.add(key, "the secret holds a control character; copy it again from the provider's page");
        } else if (!text.equals(text.strip())) {
            problems.warn(
                    key, "the secret begins or ends with white space, which is taken for a part of it; remove it");
        }
        return secret;
    }

    private static boolean holdsUnwanted(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (unwanted(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Line breaks and tabs are left to the provider: keys in PEM have them. */
    private static boolean unwanted(int c) {
        return Character.isISOControl(c) && c != '\r' && c != '\n' && c != '\t';
    }

    /** The files that have been read, with what they held. */
    Map<String, Secret> files() {
        return Map.copyOf(files);
    }
}
