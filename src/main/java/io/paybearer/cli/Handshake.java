// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.io.IOException;
import java.net.Socket;
import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** TLS handshakes with one host. */
final class Handshake {

    private final String host;
    private final int port;

    Handshake(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** A handshake as the library's client makes it; the host has to be the one in the certificate. */
    SSLSocket trusting(Socket connected, Optional<SSLContext> tls) throws IOException {
        SSLSocket socket = over(connected, tls.isPresent() ? tls.get() : usual());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private SSLSocket over(Socket connected, SSLContext tls) throws IOException {
        return (SSLSocket) tls.getSocketFactory().createSocket(connected, host, port, true);
    }

    /** The certificates that the host shows to anybody. Nothing is sent to it afterwards. */
    List<X509Certificate> shown(Socket connected) {
        try (SSLSocket socket = over(connected, trustingAll())) {
            socket.startHandshake();
            return chain(socket);
        } catch (IOException none) {
            return List.of();
        }
    }

    static List<X509Certificate> chain(SSLSocket socket) throws IOException {
        Certificate[] shown = socket.getSession().getPeerCertificates();
        return Stream.of(shown).map(X509Certificate.class::cast).toList();
    }

    /** Why a handshake has failed. */
    static String reason(Throwable failure, List<X509Certificate> chain, Instant now) {
        if (chain.stream().anyMatch(link -> now.isAfter(link.getNotAfter().toInstant()))) {
            return "a certificate has expired";
        }
        if (chain.stream().anyMatch(link -> now.isBefore(link.getNotBefore().toInstant()))) {
            return "a certificate is not valid yet";
        }
        if (has(failure, CertPathBuilderException.class::isInstance)
                || has(failure, CertPathValidatorException.class::isInstance)) {
            return "the certificate is not trusted";
        }
        return has(failure, CertificateException.class::isInstance)
                ? "the certificate is not for this host"
                : "there was no handshake (" + failure.getClass().getSimpleName() + ")";
    }

    private static boolean has(Throwable failure, Predicate<@Nullable Throwable> what) {
        return Stream.<@Nullable Throwable>iterate(failure, link -> link == null ? null : link.getCause())
                .limit(20)
                .anyMatch(what);
    }

    private static SSLContext usual() throws IOException {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }

    private static SSLContext trustingAll() throws IOException {
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {new Anybody()}, null);
            return tls;
        } catch (NoSuchAlgorithmException | KeyManagementException e) {
            throw new IOException(e);
        }
    }

    /** Lets the handshake go on, so that the certificates can be shown. No request is sent over such a connection. */
    private static final class Anybody extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
