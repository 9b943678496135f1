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
 * The rule for which account a request belongs to. These are asked in turn, and the first that says something decides: the
 * request property, the account that the filter was made for, the annotation, the key {@code rest-clients}, the request's URI.
 * Whoever decides, {@link Destinations} has the last word. Thread-safe.
 */
final class AccountResolver {

    private final Binding binding;
    private final KnownRequests requests = new KnownRequests();
    private volatile @Nullable Found found;

    /**
     * What is looked up once.
     *
     * @param annotated the accounts by annotation
     * @param listed the account that has the Rest Client under its key {@code rest-clients}, or null
     */
    private record Found(
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
        found();
    }

    /**
     * The account, or null if the request belongs to none.
     *
     * @throws RequestRefusedException if the account's token must not go where the request goes
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
        Found here = found();
        Account named = name != null
                ? named(here.application(), name)
                : here.annotated().value(method);
        return here.destinations().account(uri, named != null ? named : here.listed());
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

    private Account named(Application application, String name) {
        String provider = binding.provider();
        return name.isEmpty() && provider != null ? onlyOne(application, provider) : application.account(name);
    }

    private static Account onlyOne(Application application, String provider) {
        List<Account> accounts = application.ofProvider(provider);
        if (accounts.size() != 1) {
            throw new RequestRefusedException(
                    "",
                    "exactly one account of the provider '" + provider
                            + "' has to be configured, or one has to be named; there are "
                            + Destinations.names(accounts));
        }
        return accounts.get(0);
    }

    /** Looked up by the first request at the latest: a server may make the filter before the application's configuration is there. */
    private Found found() {
        Found present = found;
        if (present == null) {
            present = look();
            found = present;
        }
        return present;
    }

    private Found look() {
        Class<?> restClient = binding.restClient();
        try (ApplicationThread here = new ApplicationThread(restClient)) {
            Application application = Applications.current();
            Account listed = restClient == null
                    ? null
                    : application.ofRestClient(Binding.names(restClient)).orElse(null);
            InvokedMethod<PaymentAccount, Account> annotated = new InvokedMethod<>(
                    PaymentAccount.class, annotation -> named(application, annotation.value()), restClient);
            return new Found(application, annotated, listed, new Destinations(application, binding));
        }
    }
}
