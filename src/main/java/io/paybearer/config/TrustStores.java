// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The trust stores of one reading, each opened once however many accounts share it. Used by one thread. */
final class TrustStores {

    private record Key(String path, Optional<Secret> password) {}

    private final Map<Key, SSLContext> opened = new HashMap<>();

    /**
     * What trusts the certificates of a store.
     *
     * @param password empty opens the store without checking that nobody has changed it
     * @throws IOException if it cannot be read, or the password is wrong
     * @throws GeneralSecurityException if it holds nothing to be trusted, or something unknown
     */
    SSLContext open(String path, Optional<Secret> password) throws IOException, GeneralSecurityException {
        Key key = new Key(path, password);
        SSLContext known = opened.get(key);
        if (known == null) {
            known = context(path, password);
            opened.put(key, known);
        }
        return known;
    }

    private static SSLContext context(String path, Optional<Secret> password)
            throws IOException, GeneralSecurityException {
        KeyStore store = load(path, password);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        if (trustsNobody(trust)) {
            throw new KeyStoreException("no trusted certificate");
        }
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return tls;
    }

    private static KeyStore load(String path, Optional<Secret> password) throws IOException, GeneralSecurityException {
        char @Nullable [] characters =
                password.map(secret -> secret.reveal().toCharArray()).orElse(null);
        return KeyStore.getInstance(new File(path), characters);
    }

    /** A store whose certificates are encrypted reads as an empty one if no password is given. */
    private static boolean trustsNobody(TrustManagerFactory trust) {
        return Stream.of(trust.getTrustManagers())
                .noneMatch(manager -> manager instanceof X509TrustManager x509 && x509.getAcceptedIssuers().length > 0);
    }
}
