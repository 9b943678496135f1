// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engine;

import io.paybearer.account.TokenHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * What the second sending of a request differs in, and what it has in common with the first: another token, and the bytes of the
 * entity.
 */
public final class SecondSending {

    /** The request property that holds it while the entity is written. */
    public static final String PROPERTY = "io.paybearer.again";

    private static final Set<Class<?>> NOTHING_SENT = Set.of(
            ConnectException.class,
            NoRouteToHostException.class,
            UnknownHostException.class,
            HttpConnectTimeoutException.class,
            SSLHandshakeException.class,
            SSLPeerUnverifiedException.class);

    /** RFC 9110, section 9.2.1. */
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** The same of Apache's HTTP client, whose classes are not on this jar's class path. */
    private static final String APACHE_CONNECT_TIMEOUT = "org.apache.http.conn.ConnectTimeoutException";

    private final TokenHeaders refused;
    private final TokenHeaders successor;
    private final byte[] entity;

    /**
     * A second sending.
     *
     * @param refused the headers of the first sending
     * @param successor those of the second sending
     * @param entity the bytes that were sent, empty if there was no entity
     */
    public SecondSending(TokenHeaders refused, TokenHeaders successor, byte[] entity) {
        this.refused = refused;
        this.successor = successor;
        this.entity = entity;
    }

    /**
     * The bytes of the entity.
     *
     * @return the bytes themselves, not a copy
     */
    public byte[] entity() {
        return entity;
    }

    /** Puts the second token where the first token is; the lists of the first request stay as they are. */
    void exchange(Map<String, List<Object>> headers) {
        for (int i = 0; i < refused.headers(); i++) {
            List<Object> values = headers.get(refused.name(i));
            if (values != null && values.size() == 1 && refused.value(i).equals(values.get(0))) {
                headers.replace(refused.name(i), new ArrayList<>(List.of(successor.value(i))));
            }
        }
    }

    /** The headers of an answer, in place of those of the first. */
    static void replace(MultivaluedMap<String, String> headers, Map<String, List<String>> second) {
        headers.clear();
        second.forEach((name, values) -> {
            if (name != null) {
                headers.put(name, new ArrayList<>(values));
            }
        });
    }

    /** Gives back what the first answer holds. Nobody reads its body any more, so it does not matter how that ends. */
    static void close(@Nullable InputStream refusedAnswer) {
        try {
            if (refusedAnswer != null) {
                refusedAnswer.close();
            }
        } catch (IOException nobodyReadsIt) {
            // the second answer is there
        }
    }

    /** Whether it does no harm that a request with this method arrives more often than is known. */
    static boolean safe(String method) {
        return SAFE.contains(method);
    }

    static IOException unanswered(Exception failure) {
        return new IOException("the call was made again with a new token, and failed", failure);
    }

    /** Whether a failure means that no byte of the request has arrived anywhere: there was no connection to send it over. */
    static boolean nothingSent(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            for (Class<?> type = cause.getClass(); type != Object.class; type = type.getSuperclass()) {
                if (NOTHING_SENT.contains(type) || type.getName().equals(APACHE_CONNECT_TIMEOUT)) {
                    return true;
                }
            }
        }
        return false;
    }
}
