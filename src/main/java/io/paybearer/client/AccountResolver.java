// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.PaybearerProperties;
import io.paybearer.PaymentAccount;
import io.paybearer.RequestRefusedException;
import io.paybearer.account.Account;
import io.paybearer.account.Application;
import io.paybearer.account.Applications;
import jakarta.ws.rs.client.ClientRequestContext;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the account that a request belongs to: by the request property, the filter's own account, the annotation, the key
 * {@code rest-clients}, the URI; the first that says something decides. The URI is one to which its credential may go.
 * Thread-safe.
 */
final class AccountResolver {

    private final Binding binding;
    private final KnownRequests requests = new KnownRequests();
    private volatile @Nullable Known known;

    /** The application, its accounts by annotation, and that of the Rest Client by the key {@code rest-clients}. */
    private record Known(
            Application application,
            InvokedMethod<PaymentAccount, Account> annotated,
            @Nullable Account listed,
            Destinations destinations) {}

    AccountResolver(Binding binding) {
        this.binding = binding;
    }

    Binding binding() {
        return binding;
    }

    /** Looks the application up now. */
    void prepare() {
        known();
    }

    /**
     * The account, or null if the request belongs to none.
     *
     * @throws RequestRefusedException if its credential must not go where the request goes
     */
    @Nullable Account resolve(ClientRequestContext request) {
        Object property = request.getProperty(PaybearerProperties.ACCOUNT);
        Object method = request.getProperty(InvokedMethod.PROPERTY);
        URI uri = request.getUri();
        String text = uri.toString();
        Account account = requests.find(text, method, property);
        if (account == null) {
            account = search(uri, method, nameFor(property));
            if (account != null) {
                requests.keep(text, method, property, account);
            }
        }
        return account;
    }

    private @Nullable Account search(URI uri, @Nullable Object method, @Nullable String name) {
        Known here = known();
        Account named = name != null
                ? named(here.application(), name)
                : here.annotated().value(method);
        Account account = named != null ? named : here.listed();
        return here.destinations().account(uri, account == null ? null : served(account));
    }

    private @Nullable String nameFor(@Nullable Object property) {
        if (property instanceof String name) {
            return name;
        }
        if (property != null) {
            throw new RequestRefusedException(
                    "",
                    "the request property " + PaybearerProperties.ACCOUNT + " holds a "
                            + property.getClass().getName() + "; set it to a String");
        }
        return binding.account();
    }

    private Account named(Application app, String name) {
        String provider = binding.provider();
        return name.isEmpty() && provider != null ? onlyOne(app, provider) : app.account(name);
    }

    private static Account onlyOne(Application app, String provider) {
        List<Account> accounts = app.ofProvider(provider);
        if (accounts.size() != 1) {
            throw new RequestRefusedException(
                    "",
                    "exactly one account of the provider '" + provider
                            + "' has to be configured, or one has to be named; there are "
                            + Destinations.names(accounts));
        }
        return accounts.get(0);
    }

    /** A provider's filter never puts another provider's credential on a request. */
    private Account served(Account account) {
        String provider = binding.provider();
        if (provider != null && !account.config().provider().id().equals(provider)) {
            throw new RequestRefusedException(
                    account.name(),
                    "the account '" + account.name() + "' is of the provider '"
                            + account.config().provider().id() + "', but the filter on this client serves '" + provider
                            + "' alone; register io.paybearer.PaybearerFeature, which serves all");
        }
        return account;
    }

    /** Looked up at the first request if not before, since a server may make the filter before the application's configuration is there. */
    private Known known() {
        Known present = known;
        if (present == null) {
            present = looked();
            known = present;
        }
        return present;
    }

    private Known looked() {
        Class<?> restClient = binding.restClient();
        try (ApplicationThread here = new ApplicationThread(restClient)) {
            Application application = Applications.current();
            Account listed = restClient == null
                    ? null
                    : application.ofRestClient(RestClientNames.of(restClient)).orElse(null);
            return new Known(
                    application, annotated(application), listed, new Destinations(application, binding.provider()));
        }
    }

    private InvokedMethod<PaymentAccount, Account> annotated(Application app) {
        return new InvokedMethod<>(
                PaymentAccount.class, annotation -> named(app, annotation.value()), binding.restClient());
    }
}
