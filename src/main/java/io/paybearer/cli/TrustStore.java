// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.paybearer.config.AccountConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom a client trusts, and what to do about an authority that is missing there. */
final class TrustStore {

    private final String name;
    private final String remedy;
    private final List<X509Certificate> trusted;

    TrustStore(String name, String remedy, List<X509Certificate> trusted) {
        this.name = name;
        this.remedy = remedy;
        this.trusted = trusted;
    }

    private static final int FEW = 3;

    /** The account's own, or that of the JVM. The library has read it without a problem before. */
    static TrustStore of(AccountConfig account, Session session) {
        String key = account.key("trust-store");
        String remedy = "put the certificate of the issuer into a PEM file and name that with " + key;
        Optional<String> path = session.text(key);
        if (path.isEmpty()) {
            return new TrustStore(jvmName(), remedy, trusted(null));
        }
        return new TrustStore(key + " (" + path.get() + ")", remedy, read(Path.of(path.get()), session, key));
    }

    static TrustStore ofJvm() {
        String remedy = "have the application's client trust the issuer, for instance with -Djavax.net.ssl.trustStore";
        return new TrustStore(jvmName(), remedy, trusted(null));
    }

    private static String jvmName() {
        Path security = Path.of(System.getProperty("java.home", ""), "lib", "security");
        Path own = security.resolve("jssecacerts");
        String usual = (Files.exists(own) ? own : security.resolve("cacerts")).toString();
        return "the JVM's trust store (" + System.getProperty("javax.net.ssl.trustStore", usual) + ")";
    }

    private static List<X509Certificate> read(Path file, Session session, String key) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (new String(bytes, ISO_8859_1).contains("-----BEGIN CERTIFICATE-----")) {
                return CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(bytes))
                        .stream()
                        .map(X509Certificate.class::cast)
                        .toList();
            }
            char[] password =
                    session.secret(key + "-password").map(String::toCharArray).orElse(null);
            return trusted(KeyStore.getInstance(file.toFile(), password));
        } catch (IOException | GeneralSecurityException changedMeanwhile) {
            return List.of();
        }
    }

    private static List<X509Certificate> trusted(@Nullable KeyStore store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return Stream.of(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(manager -> Stream.of(((X509TrustManager) manager).getAcceptedIssuers()))
                    .toList();
        } catch (GeneralSecurityException none) {
            return List.of();
        }
    }

    /** The store, for messages. */
    String name() {
        return name;
    }

    /** What to do about an authority that is missing in it. */
    String remedy() {
        return remedy;
    }

    /** Whom it trusts: the names if there are few of them. */
    String text() {
        List<String> names = new ArrayList<>(
                trusted.stream().map(CertificateText::subject).distinct().toList());
        Collections.sort(names);
        return name + " trusts " + (names.size() > FEW ? names.size() + " authorities" : names.toString());
    }

    /** The trusted certificate that ends a chain; empty if there is none. */
    Optional<X509Certificate> anchor(List<X509Certificate> chain) {
        return trusted.stream()
                .filter(root -> chain.contains(root)
                        || chain.stream()
                                .anyMatch(link -> link.getIssuerX500Principal().equals(root.getSubjectX500Principal())))
                .findFirst();
    }
}
