// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import static io.paybearer.spi.TokenRequestException.Kind.OUTCOME_UNKNOWN;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;

import io.paybearer.spi.TokenRequestException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Says why a request got no answer, by the classes of the exceptions. Their texts are not repeated: some of them quote what the
 * other side has sent.
 */
final class NoAnswer {

    /** The text that the JDK's client has for a connection that ended, or was reset, before the first byte of an answer. */
    private static final String NOTHING_CAME = "HTTP/1.1 header parser received no bytes";

    /** The texts that versions of the JDK have for an answer to a TLS greeting that is not TLS. */
    private static final Set<String> NO_TLS =
            Set.of("Unrecognized SSL message, plaintext connection?", "Unsupported or unrecognized SSL message");

    /** The text that the JDK's client has for a proxy that will not connect. */
    private static final Pattern NO_TUNNEL = Pattern.compile("Tunnel failed, got: (\\d{3})");

    private static final int DEEPEST = 20;

    private NoAnswer() {}

    /** Whether the connection was closed although not one byte of an answer had come. */
    static boolean closedBeforehand(@Nullable Throwable failure) {
        return chain(failure).anyMatch(link -> NOTHING_CAME.equals(link.getMessage()));
    }

    /**
     * The failure of a request that got no answer.
     *
     * @param call which request
     * @param failure what the HTTP client threw
     * @param proxy which proxy is on the way; empty if there is none
     */
    static TokenRequestException of(String call, @Nullable Throwable failure, Optional<String> proxy) {
        Optional<String> unreachable = unreachable(failure, proxy);
        return unreachable.isPresent()
                ? new TokenRequestException(UNAVAILABLE, call + " could not be reached: " + unreachable.get(), failure)
                : new TokenRequestException(
                        OUTCOME_UNKNOWN, call + " gave no usable answer: " + broken(failure), failure);
    }

    /** Why the request has certainly not been read; empty if that is not certain. */
    private static Optional<String> unreachable(@Nullable Throwable failure, Optional<String> proxy) {
        if (failure instanceof HttpConnectTimeoutException) {
            return Optional.of(proxy.map(named -> named + " accepted no connection in time")
                    .orElse("the connection was not accepted in time"));
        }
        if (failure instanceof ConnectException) {
            return Optional.of(proxy.map(named -> named + " is no such host, or refuses the connection")
                    .orElse("no such host, or the connection was refused; check the URI and the proxy"));
        }
        if (has(failure, link -> NO_TLS.contains(String.valueOf(link.getMessage())))) {
            return Optional.of("the port does not speak TLS; give a port of https, or a URI of http");
        }
        if (failure instanceof SSLHandshakeException) {
            return Optional.of("TLS failed (" + untrusted(failure) + "); check the URI and the trust store");
        }
        return chain(failure)
                .map(link -> NO_TUNNEL.matcher(String.valueOf(link.getMessage())))
                .filter(Matcher::matches)
                .map(refused -> proxy.orElse("the proxy") + " answered " + refused.group(1)
                        + "; check the proxy, its user and its password")
                .findFirst();
    }

    private static String untrusted(Throwable failure) {
        if (has(failure, CertificateExpiredException.class::isInstance)
                || has(failure, CertificateNotYetValidException.class::isInstance)) {
            return "its certificate is not valid at this time";
        }
        if (has(failure, CertPathBuilderException.class::isInstance)
                || has(failure, CertPathValidatorException.class::isInstance)) {
            return "its certificate is not trusted";
        }
        return has(failure, CertificateException.class::isInstance)
                ? "its certificate is not for this host"
                : "no handshake, " + name(failure);
    }

    private static String broken(@Nullable Throwable failure) {
        if (closedBeforehand(failure)) {
            return "it closed the connection before it answered";
        }
        if (has(failure, ProtocolException.class::isInstance)) {
            return "what it sent is not HTTP; a port of https needs a URI of https";
        }
        return has(failure, SSLException.class::isInstance)
                ? "TLS broke, " + name(failure)
                : "the connection broke, " + name(failure);
    }

    private static String name(@Nullable Throwable failure) {
        return failure == null ? "for no known reason" : failure.getClass().getSimpleName();
    }

    private static boolean has(@Nullable Throwable failure, Predicate<Throwable> what) {
        return chain(failure).anyMatch(what);
    }

    private static Stream<Throwable> chain(@Nullable Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, link -> link == null ? null : link.getCause())
                .takeWhile(link -> link != null)
                .limit(DEEPEST)
                .map(Throwable.class::cast);
    }
}
