// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The keys that seal tokens in a shared store, read again when the file that holds them changes. A file that has become
 * unusable changes nothing but the log. Thread-safe.
 */
final class SealingKeys implements Supplier<Map<String, Secret>> {

    private static final System.Logger LOG = System.getLogger("io.paybearer.config");
    private static final int BYTES = 32;
    private static final String FORM = "write it as name:Base64 of 32 random bytes, several separated by commas";

    private final Optional<String> file;
    private Secret text;
    private Map<String, Secret> keys;

    /**
     * Keys.
     *
     * @throws IllegalArgumentException if the text cannot be used; the message shows nothing of it
     */
    SealingKeys(Secret text, Optional<String> file) {
        this.text = text;
        this.file = file;
        this.keys = parsed(text);
    }

    @Override
    public synchronized Map<String, Secret> get() {
        file.ifPresent(this::readAgain);
        return keys;
    }

    private void readAgain(String path) {
        try {
            Secret present = SecretFile.read(path);
            if (!present.equals(text)) {
                text = present;
                keys = parsed(present);
                LOG.log(System.Logger.Level.INFO, "the keys in {0} have changed, they are in use", path);
            }
        } catch (IllegalArgumentException unusable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the keys in {0} have changed and cannot be used, those read before stay in use: {1}",
                    path,
                    unusable.getMessage());
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "the keys read before stay in use");
        }
    }

    private static Map<String, Secret> parsed(Secret text) {
        Map<String, Secret> keys = new LinkedHashMap<>();
        for (String key : CommaList.of(text.reveal())) {
            int colon = key.indexOf(':');
            if (colon < 1 || !holdsKey(key.substring(colon + 1))) {
                throw new IllegalArgumentException("key number " + (keys.size() + 1) + " cannot be used; " + FORM);
            }
            if (keys.put(
                            key.substring(0, colon).strip(),
                            Secret.of(key.substring(colon + 1).strip()))
                    != null) {
                throw new IllegalArgumentException(
                        "key number " + (keys.size() + 1) + " has the name of one before; give each its own");
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("it holds no key; " + FORM);
        }
        return keys;
    }

    private static boolean holdsKey(String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip()).length == BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
