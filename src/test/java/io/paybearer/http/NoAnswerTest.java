// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NoAnswerTest {

    private static Throwable handshake(Throwable cause) {
        return new SSLHandshakeException("canary").initCause(new CertPathValidatorException("canary", cause));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new HttpConnectTimeoutException("canary"), Kind.UNAVAILABLE, "not accepted in time"),
                Arguments.of(new ConnectException("canary"), Kind.UNAVAILABLE, "the connection was refused"),
                Arguments.of(handshake(null), Kind.UNAVAILABLE, "is not trusted"),
                Arguments.of(handshake(new CertificateExpiredException("canary")), Kind.UNAVAILABLE, "at this time"),
                Arguments.of(handshake(new CertificateNotYetValidException()), Kind.UNAVAILABLE, "at this time"),
                Arguments.of(new SSLHandshakeException("canary"), Kind.UNAVAILABLE, "no handshake"),
                Arguments.of(new SSLException("canary"), Kind.OUTCOME_UNKNOWN, "TLS broke, SSLException"),
                Arguments.of(new ProtocolException("canary"), Kind.OUTCOME_UNKNOWN, "what it sent is not HTTP"),
                Arguments.of(new IOException("canary"), Kind.OUTCOME_UNKNOWN, "the connection broke, IOException"),
                Arguments.of(
                        new IOException("HTTP/1.1 header parser received no bytes, canary"),
                        Kind.OUTCOME_UNKNOWN,
                        "the connection broke"),
                Arguments.of(null, Kind.OUTCOME_UNKNOWN, "for no known reason"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failure_isToldByItsClass(Throwable thrown, Kind kind, String reason) {
        TokenRequestException failure = NoAnswer.of("POST x", thrown, Optional.empty());

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure).hasMessageContaining(reason).hasStackTraceContaining("POST x");
        assertThat(String.valueOf(failure.getMessage())).doesNotContain("canary");
    }

    /** The cause keeps its class, its place and its own cause, and loses its text. */
    @Test
    void cause_losesItsText_andNothingElse() {
        Throwable thrown = handshake(new CertificateExpiredException("canary"));
        Throwable cause = NoAnswer.of("POST x", thrown, Optional.empty()).getCause();

        assertThat(cause).hasMessage(SSLHandshakeException.class.getName());
        assertThat(cause.getStackTrace()).isEqualTo(thrown.getStackTrace());
        assertThat(cause).hasRootCauseMessage(CertificateExpiredException.class.getName());
    }

    @Test
    void causes_thatGoInACircle_end() {
        Exception one = new IOException("canary");
        Exception other = new IOException("canary", one);
        one.initCause(other);

        assertThat(NoAnswer.of("POST x", one, Optional.empty())).hasMessageContaining("the connection broke");
    }
}
