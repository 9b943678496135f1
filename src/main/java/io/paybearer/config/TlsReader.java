// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Reads whom the accounts trust at their token endpoints, and which certificates they show there. A store is opened once, however
 * many accounts share it. Used by one thread.
 */
final class TlsReader {

    private static final String PEM = "-----BEGIN CERTIFICATE-----";

    private final Map<Store, Opened<TrustManager[]>> trusting = new HashMap<>();
    private final Map<Store, Opened<KeyManager[]>> showing = new HashMap<>();

    private record Store(String path, Optional<Secret> password) {

        char @Nullable [] characters() {
            return password.map(secret -> secret.reveal().toCharArray()).orElse(null);
        }
    }

    private record Opened<T>(T managers, WatchedFile file) {}

    /** Opens a store. */
    private interface Opening<T> {
        Opened<T> open() throws IOException, GeneralSecurityException;
    }

    /** What the account's keys say; empty if that is nothing. The file of a store is remembered with the other files. */
    Optional<SSLContext> read(Leaves leaves) {
        Optional<String> keyStore = leaves.text(Keys.KEY_STORE);
        Optional<KeyManager[]> keys = keyStore.isPresent() ? keys(leaves, keyStore.get()) : Optional.empty();
        Optional<String> trustStore = leaves.text(Keys.TRUST_STORE);
        Optional<TrustManager[]> trust = trustStore.isPresent() ? trust(leaves, trustStore.get()) : Optional.empty();
        if (keys.isEmpty() && trust.isEmpty()) {
            return Optional.empty();
        }
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(keys.isPresent() ? keys.get() : JvmKeyStore.managers(), trust.orElse(null), null);
            return Optional.of(tls);
        } catch (GeneralSecurityException e) {
            leaves.problem(Keys.TRUST_STORE, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<TrustManager[]> trust(Leaves leaves, String path) {
        String form =
                "it must be a PEM file with certificates, or a PKCS#12 or JKS file with trusted certificates, opened by "
                        + leaves.key(Keys.TRUST_STORE_PASSWORD);
        return managers(leaves, Keys.TRUST_STORE, path, form, () -> {
            Optional<KeyStore> pem = pem(path);
            Store store =
                    new Store(path, pem.isPresent() ? Optional.empty() : leaves.secret(Keys.TRUST_STORE_PASSWORD));
            Opened<TrustManager[]> known = trusting.get(store);
            if (known == null) {
                // what it holds is remembered first: if it changes while it is opened, it is opened again later
                WatchedFile file = WatchedFile.trustStore(leaves.key(Keys.TRUST_STORE), path);
                known = new Opened<>(trusted(pem.isPresent() ? pem.get() : load(store)), file);
                trusting.put(store, known);
            }
            return known;
        });
    }

    private Optional<KeyManager[]> keys(Leaves leaves, String path) {
        String form = "it must be a PKCS#12 or JKS file with a private key and its certificates, opened by "
                + leaves.key(Keys.KEY_STORE_PASSWORD);
        return managers(leaves, Keys.KEY_STORE, path, form, () -> {
            Store store = new Store(path, leaves.secret(Keys.KEY_STORE_PASSWORD));
            Opened<KeyManager[]> known = showing.get(store);
            if (known == null) {
                WatchedFile file = WatchedFile.keyStore(leaves.key(Keys.KEY_STORE), path);
                file.exposure().ifPresent(text -> leaves.warn(Keys.KEY_STORE, text));
                known = new Opened<>(shown(store), file);
                showing.put(store, known);
            }
            return known;
        });
    }

    private static <T> Optional<T> managers(Leaves leaves, String leaf, String path, String form, Opening<T> opening) {
        try {
            Opened<T> opened = opening.open();
            leaves.watch(opened.file());
            return Optional.of(opened.managers());
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            leaves.problem(leaf, StoreFault.of(path, e) + "; " + form);
            return Optional.empty();
        }
    }

    /** The certificates of a PEM file (RFC 7468, section 5); empty if it is none. */
    private static Optional<KeyStore> pem(String path) throws IOException, GeneralSecurityException {
        byte[] bytes = SecretFile.bytes(path, WatchedFile.LARGEST_STORE);
        if (!new String(bytes, StandardCharsets.ISO_8859_1).contains(PEM)) {
            return Optional.empty();
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes))) {
            store.setCertificateEntry(String.valueOf(store.size()), certificate);
        }
        return Optional.of(store);
    }

    /** Without a password the store is opened all the same, but nobody checks whether it has been tampered with. */
    private static KeyStore load(Store store) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(new File(store.path()), store.characters());
    }

    /** A store whose certificates are encrypted reads as an empty store if no password is given. */
    private static TrustManager[] trusted(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        if (Stream.of(trust.getTrustManagers())
                .noneMatch(
                        manager -> manager instanceof X509TrustManager x509 && x509.getAcceptedIssuers().length > 0)) {
            throw new KeyStoreException("no trusted certificate");
        }
        return trust.getTrustManagers();
    }

    private static KeyManager[] shown(Store store) throws IOException, GeneralSecurityException {
        KeyStore keys = load(store);
        boolean any = false;
        for (String alias : Collections.list(keys.aliases())) {
            any = any || keys.isKeyEntry(alias);
        }
        if (!any) {
            throw new KeyStoreException("no private key");
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, store.characters());
        return managers.getKeyManagers();
    }
}
