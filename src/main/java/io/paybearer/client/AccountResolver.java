package io.paybearer.client;

import io.paybearer.PaybearerProperties;
import io.paybearer.PaymentAccount;
import io.paybearer.RequestRefusedException;
import io.paybearer.wiring.Account;
import io.paybearer.wiring.Application;
import io.paybearer.wiring.Applications;
import jakarta.ws.rs.client.ClientRequestContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the account that a request belongs to: by the request property, the filter's own account, the annotation, the key
 * {@code rest-clients}, the URI; the first that says something decides. Thread-safe.
 */
final class AccountResolver {

    private final Binding binding;
    private volatile @Nullable Known known;

    /** The application, its accounts by annotation, and that of the Rest Client by the key {@code rest-clients}. */
    private record Known(
            Application application,
            InvokedMethod<PaymentAccount, Account> annotated,
            @Nullable Account listed) {}

    AccountResolver(Binding binding) {
        this.binding = binding;
    }

    /** The account, or null if the request belongs to none. */
    @Nullable Account resolve(ClientRequestContext request) {
        Known here = known();
        String name = nameFor(request);
        if (name != null) {
            return served(named(here.application(), name));
        }
        Account annotated = here.annotated().value(request);
        Account typed = annotated != null ? annotated : here.listed();
        return typed != null ? served(typed) : byUri(here.application(), request);
    }

    private @Nullable String nameFor(ClientRequestContext request) {
        Object property = request.getProperty(PaybearerProperties.ACCOUNT);
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
                            + "' has to be configured, or one has to be named; there are " + names(accounts));
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

    private @Nullable Account byUri(Application app, ClientRequestContext request) {
        List<Account> covering = app.covering(request.getUri());
        if (binding.provider() != null) {
            covering = covering.stream().filter(this::ofBoundProvider).toList();
        }
        if (covering.isEmpty()) {
            return null;
        }
        if (covering.size() > 1) {
            throw new RequestRefusedException(
                    "",
                    "the accounts " + names(covering) + " have the same base-uri, so the"
                            + " request's URI does not tell which is meant; name one with @PaymentAccount, the request property "
                            + PaybearerProperties.ACCOUNT + " or rest-clients");
        }
        return covering.get(0);
    }

    private boolean ofBoundProvider(Account account) {
        return account.config().provider().id().equals(binding.provider());
    }

    private static List<String> names(List<Account> accounts) {
        return accounts.stream().map(Account::name).sorted().toList();
    }

    /** Looked up at the first request, since a server may make the filter before the application's configuration is there. */
    private Known known() {
        Known present = known;
        if (present == null) {
            Application application = Applications.current();
            Class<?> restClient = binding.restClient();
            Account listed = restClient == null
                    ? null
                    : application.ofRestClient(RestClientNames.of(restClient)).orElse(null);
            present = new Known(application, annotated(application), listed);
            known = present;
        }
        return present;
    }

    private InvokedMethod<PaymentAccount, Account> annotated(Application app) {
        return new InvokedMethod<>(
                PaymentAccount.class, annotation -> named(app, annotation.value()), binding.restClient());
    }
}
