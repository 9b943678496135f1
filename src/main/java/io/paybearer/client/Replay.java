// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.account.TokenHeaders;
import io.paybearer.http.HttpReplays;
import io.paybearer.spi.TokenEvent;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The second sending of one request to the same URI. Its response takes the place of the first response. */
final class Replay {

    private static final int MOST_DRAINED = 1024 * 1024;
    private static final String REACTIVE = "org.jboss.resteasy.reactive.client.";

    /** Packages of implementations and servers, whose interceptors change an entity in no way that its headers do not show. */
    private static final List<String> OF_THE_PLATFORM = List.of(
            "org.jboss.",
            "org.wildfly.",
            "org.glassfish.",
            "org.apache.cxf.",
            "org.apache.tomee.",
            "io.openliberty.",
            "com.ibm.",
            "fish.payara.",
            "io.helidon.",
            "io.smallrye.",
            "io.opentelemetry.");

    /** Headers that the transport sets itself. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding");

    private final ClientRequestContext request;
    private final @Nullable SentEntity entity;

    private Replay(ClientRequestContext request, @Nullable SentEntity entity) {
        this.request = request;
        this.entity = entity;
    }

    static Replay of(ClientRequestContext request) {
        return new Replay(request, request.getProperty(SentEntity.PROPERTY) instanceof SentEntity sent ? sent : null);
    }

    /** Whether the request can be sent again: it has no entity, or the bytes that were sent are known. */
    boolean possible() {
        boolean repeatable = entity == null ? !request.hasEntity() : entity.bytes() != null && !changedOnItsWay();
        return repeatable && possibleWith(request);
    }

    /**
     * Whether the implementation lets requests be sent again; one of its context objects tells which implementation it is.
     * Quarkus does not: its response filters run on an event loop, which must not block, and too late to change the outcome.
     */
    static boolean possibleWith(Object context) {
        return !context.getClass().getName().startsWith(REACTIVE);
    }

    /** Whether the application has an interceptor. It may encrypt or sign, and then other bytes were sent than were kept. */
    private boolean changedOnItsWay() {
        Configuration configuration = request.getConfiguration();
        return configuration != null
                && Stream.concat(
                                configuration.getClasses().stream(),
                                configuration.getInstances().stream().map(Object::getClass))
                        .anyMatch(Replay::applicationsInterceptor);
    }

    private static boolean applicationsInterceptor(Class<?> type) {
        return WriterInterceptor.class.isAssignableFrom(type)
                && !CredentialFilter.class.isAssignableFrom(type)
                && OF_THE_PLATFORM.stream().noneMatch(type.getName()::startsWith);
    }

    /** Sends. The second response replaces the first; if the provider cannot be reached any more, the first response stays. */
    void send(TokenHeaders refused, TokenHeaders successor, ClientResponseContext response) throws IOException {
        HttpRequest again = again(refused, successor);
        if (again == null) {
            return;
        }
        byte[] firstBody = drained(response);
        try {
            HttpResponse<byte[]> answer = successor.account().replays().send(again, tls());
            successor.account().tell(TokenEvent.Type.REPLAYED);
            replace(response, answer);
        } catch (HttpReplays.NotSentException unreachable) {
            response.setEntityStream(new ByteArrayInputStream(firstBody));
        }
    }

    private static void replace(ClientResponseContext response, HttpResponse<byte[]> answer) {
        MultivaluedMap<String, String> headers = response.getHeaders();
        response.setStatus(answer.statusCode());
        headers.clear();
        answer.headers().map().forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
        response.setEntityStream(new ByteArrayInputStream(answer.body()));
    }

    /** The body, read to its end so that its connection can be used again. Some implementations fail if it is closed here. */
    private static byte[] drained(ClientResponseContext response) throws IOException {
        InputStream body = response.hasEntity() ? response.getEntityStream() : null;
        return body == null ? new byte[0] : body.readNBytes(MOST_DRAINED);
    }

    /** Null if our transport refuses what the application's has taken, such as a header with letters beyond Latin-1. */
    private @Nullable HttpRequest again(TokenHeaders refused, TokenHeaders successor) {
        try {
            HttpRequest.Builder again = HttpRequest.newBuilder(request.getUri()).method(request.getMethod(), body());
            headers(refused, successor).forEach((name, values) -> values.forEach(value -> again.header(name, value)));
            return again.build();
        } catch (IllegalArgumentException unusual) {
            return null;
        }
    }

    private HttpRequest.BodyPublisher body() {
        byte[] bytes = entity == null ? null : entity.bytes();
        return bytes == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(bytes);
    }

    private Map<String, List<String>> headers(TokenHeaders refused, TokenHeaders successor) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.getStringHeaders());
        headers.keySet().removeIf(name -> OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT)));
        if (entity != null && entity.mediaType() != null) {
            headers.putIfAbsent(
                    HttpHeaders.CONTENT_TYPE, List.of(entity.mediaType().toString()));
        }
        for (int i = 0; i < successor.headers(); i++) {
            headers.replace(successor.name(i), List.of(refused.value(i)), List.of(successor.value(i)));
        }
        return headers;
    }

    /** Whom the application's client trusts, where the implementation tells. */
    private @Nullable SSLContext tls() {
        Client client = request.getClient();
        return client == null ? null : client.getSslContext();
    }
}
