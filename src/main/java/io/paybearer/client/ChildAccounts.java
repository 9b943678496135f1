// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.ClientId;
import io.paybearer.PaybearerProperties;
import io.paybearer.RequestRefusedException;
import io.paybearer.account.Account;
import io.paybearer.origin.HeaderText;
import io.paybearer.spi.ClientIdResolver;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rule for which child account a request acts. These are asked in turn, and the first that says something decides: the
 * application's own {@code Client-Id} header, the request property, the annotation, the application's {@link ClientIdResolver}
 * bean, the key {@code client-id}. If none says anything, the request acts for the partner itself. Thread-safe.
 */
final class ChildAccounts {

    private static final String HEADER = "Client-Id";

    /** The request property that holds the header's value if it was set here. */
    private static final String SET_BY_US = "io.paybearer.client-id-set";

    private static final ClientIdResolver NONE = account -> Optional.empty();

    private final InvokedMethod<ClientId, String> annotation;
    private final @Nullable Class<?> restClient;

    /** Null until it is certain which bean there is, or that there will never be one. */
    private volatile @Nullable ClientIdResolver resolver;

    ChildAccounts(@Nullable Class<?> restClient) {
        this.annotation = new InvokedMethod<>(ClientId.class, ClientId::value, restClient);
        this.restClient = restClient;
    }

    /** Looks for the bean before it is needed: the threads of later requests may know no CDI container. */
    void prepare() {
        try {
            if (look("") == NONE) {
                resolver = null; // there may be a bean later
            }
        } catch (RuntimeException unusable) {
            // the first request says so
        }
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

    /** Takes the header off a request that is sent again, unless its value is no longer ours. */
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
        return annotated != null
                ? Optional.of(annotated)
                : resolved(account.name()).or(() -> account.config().clientId());
    }

    private static String checked(String id, Account account) {
        try {
            return HeaderText.requireValue(id, HEADER);
        } catch (IllegalArgumentException e) {
            throw new RequestRefusedException(
                    account.name(), "a call for account '" + account.name() + "' was not made: " + e.getMessage());
        }
    }

    private Optional<String> resolved(String account) {
        ClientIdResolver known = resolver;
        return (known == null ? look(account) : known).clientId(account);
    }

    /** A bean that fails when it is made fails the request: without the bean the request would act for the partner itself. */
    private ClientIdResolver look(String account) {
        try (ApplicationThread here = new ApplicationThread(restClient)) {
            Instance<ClientIdResolver> beans = beans();
            if (beans == null) {
                return NONE;
            }
            if (beans.isAmbiguous()) {
                throw new RequestRefusedException(
                        account,
                        "a call for account '" + account
                                + "' was not made: there are several ClientIdResolver beans; leave one,"
                                + " or give one an @Alternative with a priority");
            }
            ClientIdResolver bean = beans.isUnsatisfied() ? NONE : beans.get();
            resolver = bean;
            return bean;
        }
    }

    private @Nullable Instance<ClientIdResolver> beans() {
        try {
            return ApplicationBeans.instance().select(ClientIdResolver.class);
        } catch (LinkageError noCdi) {
            resolver = NONE;
            return null;
        } catch (IllegalStateException noContainerYet) {
            return null;
        }
    }
}
