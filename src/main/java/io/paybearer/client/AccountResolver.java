// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.PaybearerProperties;
import io.paybearer.RequestRefusedException;
import io.paybearer.account.Account;
import io.paybearer.account.Application;
import io.paybearer.account.Applications;
import io.paybearer.restclient.RestClientMethods;
import io.paybearer.restclient.Subject;
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

    private static final System.Logger LOG = System.getLogger("io.paybearer.client");

    private final Binding binding;
    private final @Nullable RestClientMethods methods;
    private final KnownRequests requests = new KnownRequests();
    private volatile @Nullable Found found;

    /** Null if the application was known before the first request. */
    private volatile @Nullable Home home;

    /**
     * What is looked up once.
     *
     * @param listed the account that has the Rest Client under its key {@code rest-clients}, or null
     */
    private record Found(Application application, @Nullable Account listed, Destinations destinations) {}

    /**
     * A resolver for the requests of one filter.
     *
     * @param methods what the annotations of the Rest Client say, or null if the filter is on no Rest Client
     */
    AccountResolver(Binding binding, @Nullable RestClientMethods methods) {
        this.binding = binding;
        this.methods = methods;
    }

    Binding binding() {
        return binding;
    }

    /**
     * Looks the application up now.
     *
     * @throws RequestRefusedException if the filter was given a name that no account has; not where there is no account at all
     */
    void prepare() {
        Application application = found().application();
        String name = binding.account();
        if (name != null && !application.accounts().isEmpty()) {
            named(application, name);
        }
    }

    /**
     * The account, or null if the request belongs to none.
     *
     * @throws RequestRefusedException if the account's token must not go where the request goes
     */
    @Nullable Account resolve(ClientRequestContext request) {
        Object property = RequestProperties.value(request, PaybearerProperties.ACCOUNT);
        Object method = request.getProperty(RestClientMethods.INVOKED);
        URI uri = request.getUri();
        String text = uri.toString();
        requireHome();
        Account account = requests.find(text, method, property);
        if (account == null) {
            account = search(uri, nameFor(property, method));
            if (account != null) {
                requests.keep(text, method, property, account);
            }
        }
        if (account != null && property == null && method == null && binding.account() == null) {
            EngineProxies.requireShown(request);
        }
        return account;
    }

    private @Nullable Account search(URI uri, @Nullable String name) {
        Found here = found();
        return here.destinations().account(uri, name != null ? named(here.application(), name) : here.listed());
    }

    private @Nullable String nameFor(@Nullable Object property, @Nullable Object method) {
        String name = RequestProperties.text(property, PaybearerProperties.ACCOUNT, "");
        if (name == null) {
            name = binding.account();
        }
        return name != null ? name : RestClientMethods.value(methods, Subject.ACCOUNT, method);
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

    /** Who has said which account a request belongs to, and which client makes it, for messages. */
    String decided(ClientRequestContext request) {
        Object method = request.getProperty(RestClientMethods.INVOKED);
        Class<?> restClient = binding.restClient();
        return (restClient == null ? "a plain client" : restClient.getName()) + ", whose account was found by "
                + way(RequestProperties.value(request, PaybearerProperties.ACCOUNT), method);
    }

    private String way(@Nullable Object property, @Nullable Object method) {
        if (property != null) {
            return "the property " + PaybearerProperties.ACCOUNT;
        }
        if (binding.account() != null) {
            return "the name that its filter was given";
        }
        if (RestClientMethods.value(methods, Subject.ACCOUNT, method) != null) {
            return "@PaymentAccount";
        }
        return found().listed() != null ? "rest-clients" : "the request's URI";
    }

    /** Says at level DEBUG that a request carries no credential. */
    void tellUnserved(ClientRequestContext request) {
        if (LOG.isLoggable(System.Logger.Level.DEBUG)) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "a call carries no credential: {0}",
                    NearAccount.unserved(found().application(), request.getUri()));
        }
    }

    /** Says as a warning that a request which was answered 401 carried no credential, if it went near an account's place. */
    void explainUnserved(ClientRequestContext request) {
        Application application = found().application();
        NearAccount.of(application, request.getUri())
                .filter(near -> near.account().mayExplain())
                .ifPresent(near -> LOG.log(
                        System.Logger.Level.WARNING,
                        "a call was answered 401, and carried no credential: {0}. This is logged once a minute at most",
                        NearAccount.unserved(application, request.getUri())));
    }

    private void requireHome() {
        Home settled = home;
        if (settled != null) {
            settled.require(found().application());
        } else if (found == null && binding.restClient() == null) {
            Home first = new Home();
            first.settle();
            home = first;
        }
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
            return new Found(application, listed, new Destinations(application, binding));
        }
    }
}
