// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import io.paybearer.http.EndpointSettings;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Reads how the accounts' token endpoints are reached. A trust store is opened once, however many accounts share it. Used by
 * one thread.
 */
final class EndpointReader {

    private static final Duration USUAL_CONNECT = Duration.ofSeconds(2);
    private static final Duration USUAL_READ = Duration.ofSeconds(5);
    private static final Pattern PROXY = Pattern.compile("(?:http://)?([^/:@\\s]+|\\[[0-9a-fA-F:]+]):(\\d{1,5})/?");
    private static final int HIGHEST_PORT = 65535;

    private final Map<TrustStore, Opened> opened = new HashMap<>();

    private record TrustStore(String path, Optional<Secret> password) {}

    private record Opened(SSLContext tls, WatchedFile file) {}

    /** How the endpoint of one account is reached. */
    EndpointSettings read(Leaves leaves) {
        return new EndpointSettings(
                timeout(leaves, Keys.CONNECT_TIMEOUT, USUAL_CONNECT),
                timeout(leaves, Keys.READ_TIMEOUT, USUAL_READ),
                leaves.text(Keys.PROXY).flatMap(text -> proxy(leaves, text)),
                leaves.text(Keys.TRUST_STORE).flatMap(path -> tls(leaves, path)));
    }

    private static Duration timeout(Leaves leaves, String leaf, Duration usual) {
        Duration timeout = leaves.duration(leaf).orElse(usual);
        if (timeout.isZero()) {
            leaves.problem(leaf, "a timeout of zero would wait for ever; set a longer one");
            return usual;
        }
        return timeout;
    }

    private static Optional<InetSocketAddress> proxy(Leaves leaves, String text) {
        Matcher matcher = PROXY.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > HIGHEST_PORT) {
            leaves.problem(
                    Keys.PROXY, "it is not of the form host:port; a proxy that asks for a password is not supported");
            return Optional.empty();
        }
        return Optional.of(InetSocketAddress.createUnresolved(matcher.group(1), Integer.parseInt(matcher.group(2))));
    }

    private Optional<SSLContext> tls(Leaves leaves, String path) {
        try {
            Opened store = open(leaves, new TrustStore(path, leaves.secret(Keys.TRUST_STORE_PASSWORD)));
            leaves.watch(store.file());
            return Optional.of(store.tls());
        } catch (JvmKeyStore.UnusableException e) {
            leaves.problem(Keys.TRUST_STORE, String.valueOf(e.getMessage()));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            leaves.problem(
                    Keys.TRUST_STORE,
                    path + " cannot be used (" + e.getClass().getSimpleName()
                            + "); it must be a PKCS#12 or JKS file with trusted certificates, opened by "
                            + leaves.key(Keys.TRUST_STORE_PASSWORD));
        }
        return Optional.empty();
    }

    private Opened open(Leaves leaves, TrustStore store) throws IOException, GeneralSecurityException {
        Opened known = opened.get(store);
        if (known == null) {
            // what it holds is remembered first: if it changes while it is opened, it is opened again later
            WatchedFile file = WatchedFile.trustStore(leaves.key(Keys.TRUST_STORE), store.path());
            known = new Opened(trusting(load(store)), file);
            opened.put(store, known);
        }
        return known;
    }

    /** Without a password the store is opened all the same, but nobody checks whether it has been tampered with. */
    private static KeyStore load(TrustStore store) throws IOException, GeneralSecurityException {
        char @Nullable [] password =
                store.password().map(secret -> secret.reveal().toCharArray()).orElse(null);
        return KeyStore.getInstance(new File(store.path()), password);
    }

    /** Only the trusted certificates are the account's own; the client certificate stays that of the JVM. */
    private static SSLContext trusting(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        if (trustsNobody(trust)) {
            throw new KeyStoreException("no trusted certificate");
        }
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(JvmKeyStore.managers(), trust.getTrustManagers(), null);
        return tls;
    }

    /** A store whose certificates are encrypted reads as an empty store if no password is given. */
    private static boolean trustsNobody(TrustManagerFactory trust) {
        return Stream.of(trust.getTrustManagers())
                .noneMatch(manager -> manager instanceof X509TrustManager x509 && x509.getAcceptedIssuers().length > 0);
    }
}
