// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.ClientId;
import io.paybearer.PaybearerProperties;
import io.paybearer.RequestRefusedException;
import io.paybearer.account.Account;
import io.paybearer.origin.HeaderText;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The child account of a request: the application's own header, the request property, the annotation, the resolver, the
 * key; the first that says something decides. Thread-safe.
 */
final class ClientIds {

    static final String HEADER = "Client-Id";

    private static final String SET_BY_US = "io.paybearer.client-id-set";

    private final InvokedMethod<ClientId, String> annotation;
    private final ResolverBean resolver;

    ClientIds(@Nullable Class<?> restClient) {
        this.annotation = new InvokedMethod<>(ClientId.class, ClientId::value, restClient);
        this.resolver = new ResolverBean(restClient);
    }

    /** Looks for the application's bean now. */
    void prepare() {
        resolver.prepare();
    }

    void apply(ClientRequestContext request, Account account) {
        if (!account.supportsClientId()) {
            return;
        }
        MultivaluedMap<String, Object> headers = request.getHeaders();
        if (headers.getFirst(HEADER) != null) {
            return;
        }
        headers.remove(HEADER);
        find(request, account).ifPresent(id -> {
            headers.putSingle(HEADER, checked(id, account));
            request.setProperty(SET_BY_US, id);
        });
    }

    /** Takes off what an earlier sending of the request has put on. */
    static void takeOff(ClientRequestContext request) {
        Object ours = request.getProperty(SET_BY_US);
        if (ours != null && ours.equals(request.getHeaders().getFirst(HEADER))) {
            request.getHeaders().remove(HEADER);
        }
    }

    private Optional<String> find(ClientRequestContext request, Account account) {
        Object property = request.getProperty(PaybearerProperties.CLIENT_ID);
        if (property instanceof String id) {
            return Optional.of(id);
        }
        if (property != null) {
            throw new RequestRefusedException(
                    account.name(),
                    "the request property " + PaybearerProperties.CLIENT_ID + " holds a "
                            + property.getClass().getName() + "; set it to a String");
        }
        String annotated = annotation.value(request.getProperty(InvokedMethod.PROPERTY));
        if (annotated != null) {
            return Optional.of(annotated);
        }
        return resolver.clientId(account.name()).or(() -> account.config().clientId());
    }

    private static String checked(String id, Account account) {
        try {
            return HeaderText.requireValue(id, HEADER);
        } catch (IllegalArgumentException e) {
            throw new RequestRefusedException(
                    account.name(), "a call for account '" + account.name() + "' was not made: " + e.getMessage());
        }
    }
}
