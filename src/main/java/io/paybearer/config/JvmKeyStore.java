// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The key store that the JVM takes its client certificate from, as its system properties say ({@code javax.net.ssl.keyStore};
 * JSSE Reference Guide, "Customizing Default Keystores and Truststores"). The JVM's own connections use it by themselves; an
 * account with a trust store of its own must be given it.
 */
final class JvmKeyStore {

    private static final String PROPERTY = "javax.net.ssl.keyStore";

    /** The JSSE's word for keys that are in no file. */
    private static final String NO_FILE = "NONE";

    private JvmKeyStore() {}

    /**
     * The managers of the keys.
     *
     * @return null if the JVM has no key store
     * @throws UnusableException if it cannot be opened
     */
    static KeyManager @Nullable [] managers() throws UnusableException {
        String path = System.getProperty(PROPERTY, "");
        try {
            return path.isEmpty() ? null : managers(path);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new UnusableException(e);
        }
    }

    private static KeyManager[] managers(String path) throws IOException, GeneralSecurityException {
        char @Nullable [] password =
                property("Password").map(String::toCharArray).orElse(null);
        KeyStore store = instance();
        if (path.equals(NO_FILE)) {
            store.load(null, password);
        } else {
            try (InputStream in = Files.newInputStream(Path.of(path))) {
                store.load(in, password);
            }
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        return keys.getKeyManagers();
    }

    /** The key store cannot be opened. */
    static final class UnusableException extends GeneralSecurityException {

        private static final long serialVersionUID = 1L;

        private UnusableException(Exception cause) {
            super(
                    "the JVM's own key store, which goes with it, cannot be used ("
                            + cause.getClass().getSimpleName() + "); put the system properties " + PROPERTY + " and "
                            + PROPERTY + "Password right",
                    cause);
        }
    }

    private static KeyStore instance() throws GeneralSecurityException {
        String type = property("Type").orElseGet(KeyStore::getDefaultType);
        Optional<String> provider = property("Provider");
        return provider.isPresent() ? KeyStore.getInstance(type, provider.get()) : KeyStore.getInstance(type);
    }

    private static Optional<String> property(String end) {
        return Optional.ofNullable(System.getProperty(PROPERTY + end)).filter(value -> !value.isEmpty());
    }
}
