// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.PaybearerProperties;
import io.paybearer.RequestRefusedException;
import io.paybearer.account.Account;
import io.paybearer.origin.HeaderText;
import io.paybearer.restclient.RestClientMethods;
import io.paybearer.restclient.Subject;
import io.paybearer.spi.ClientIdResolver;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rule for which child account a request acts. These are asked in turn, and the first that says something decides: the
 * application's own header, the request property, the annotation, the application's {@link ClientIdResolver} bean, the
 * account's configuration. If none says anything, the request acts for the account itself. Which header it is, the account says. Thread-safe.
 */
final class ChildAccounts {

    /** The request property that holds the header if it was set here. */
    private static final String SET_BY_US = "io.paybearer.client-id-set";

    /** A header that was set here. */
    private record Set(String header, String id) {}

    private static final ClientIdResolver NONE = account -> Optional.empty();

    private final @Nullable RestClientMethods methods;
    private final @Nullable Class<?> restClient;

    /** Null until it is certain which bean there is, or that there will never be one. */
    private volatile @Nullable ClientIdResolver resolver;

    /**
     * The rule for the requests of one filter.
     *
     * @param methods what the annotations of the Rest Client say, or null if the filter is on no Rest Client
     */
    ChildAccounts(@Nullable RestClientMethods methods) {
        this.methods = methods;
        this.restClient = methods == null ? null : methods.restClient();
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
        Optional<String> header = account.config().tenantHeader();
        if (header.isPresent()) {
            apply(request, account, header.get());
        }
    }

    private void apply(ClientRequestContext request, Account account, String header) {
        MultivaluedMap<String, Object> headers = request.getHeaders();
        if (HeaderValues.present(headers, header)) {
            return;
        }
        headers.remove(header);
        find(request, account, header).ifPresent(id -> {
            headers.putSingle(header, checked(id, account, header));
            request.setProperty(SET_BY_US, new Set(header, id));
        });
    }

    /** Takes the header off a request that is sent again, unless its value is no longer ours. */
    static void takeOff(ClientRequestContext request) {
        if (request.getProperty(SET_BY_US) instanceof Set ours
                && ours.id().equals(request.getHeaders().getFirst(ours.header()))) {
            request.getHeaders().remove(ours.header());
        }
    }

    private Optional<String> find(ClientRequestContext request, Account account, String header) {
        Object property = RequestProperties.value(request, PaybearerProperties.CLIENT_ID);
        String named = RequestProperties.text(property, PaybearerProperties.CLIENT_ID, account.name());
        if (named != null && named.isEmpty()) {
            return Optional.empty();
        }
        if (named == null) {
            named = RestClientMethods.value(methods, Subject.CHILD, request.getProperty(RestClientMethods.INVOKED));
        }
        return named != null
                ? Optional.of(named)
                : resolved(account.name(), header).or(() -> account.config().tenant());
    }

    private static String checked(String id, Account account, String header) {
        try {
            return HeaderText.requireValue(id, header);
        } catch (IllegalArgumentException e) {
            throw new RequestRefusedException(
                    account.name(), "a call for account '" + account.name() + "' was not made: " + e.getMessage());
        }
    }

    private Optional<String> resolved(String account, String header) {
        ClientIdResolver known = resolver;
        ClientIdResolver asked = known == null ? look(account) : known;
        if (asked != NONE && !CallersThread.isCurrent()) {
            throw new RequestRefusedException(
                    account,
                    "a call for account '" + account + "' was not made: its filters run on the thread '"
                            + Thread.currentThread().getName()
                            + "', which is not certainly its caller's, and the ClientIdResolver bean may know the child account"
                            + " there only; name it with @ClientId, a header " + header + " or the request property "
                            + PaybearerProperties.CLIENT_ID + ", or call synchronously");
        }
        return asked.clientId(account);
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
