// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.PaybearerProperties;
import io.paybearer.RequestRefusedException;
import io.paybearer.account.Account;
import io.paybearer.account.Application;
import io.paybearer.origin.BaseUri;
import io.paybearer.origin.Origin;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rule for where a token may go: to the base URIs that are configured for its account, and nowhere else, whatever the
 * application has named. A provider's filter serves the accounts of that provider alone. Thread-safe.
 */
final class Destinations {

    private final Application application;
    private final Binding binding;

    Destinations(Application application, Binding binding) {
        this.application = application;
        this.binding = binding;
    }

    /**
     * The account whose token a request to a URI carries.
     *
     * @param named the account that the application has named, or null
     * @return that account; if there is none, the account that the URI belongs to, or null
     * @throws RequestRefusedException if the token of the named account must not go there, or several accounts have the URI
     */
    @Nullable Account account(URI uri, @Nullable Account named) {
        if (named == null) {
            return byUri(uri);
        }
        if (!binding.serves(named)) {
            throw new RequestRefusedException(named.name(), otherProvider(named));
        }
        if (!named.covers(uri)) {
            throw new RequestRefusedException(named.name(), otherPlace(named, Origin.of(uri)));
        }
        return named;
    }

    private @Nullable Account byUri(URI uri) {
        List<Account> covering = application.covering(uri);
        if (binding.provider() != null) {
            covering = covering.stream().filter(binding::serves).toList();
        }
        if (covering.size() > 1) {
            throw new RequestRefusedException(
                    "",
                    "the accounts " + names(covering) + " have the same base-uri, so the"
                            + " request's URI does not tell which is meant; name one with @PaymentAccount, the request property "
                            + PaybearerProperties.ACCOUNT + " or rest-clients");
        }
        return covering.isEmpty() ? null : covering.get(0);
    }

    static List<String> names(List<Account> accounts) {
        return accounts.stream().map(Account::name).sorted().toList();
    }

    private String otherProvider(Account account) {
        return "the account '" + account.name() + "' is of the provider '"
                + account.config().provider().id() + "', but the filter on this client serves '" + binding.provider()
                + "' alone; register io.paybearer.PaybearerFeature, which serves all";
    }

    /** Shows the origin that is refused, but neither path nor query, which may hold a customer's data. */
    private static String otherPlace(Account account, @Nullable Origin origin) {
        return "the credential of account '" + account.name() + "' may go to "
                + account.config().baseUris() + " only, not to " + shown(account, origin) + "; "
                + remedy(account, origin);
    }

    private static String shown(Account account, @Nullable Origin origin) {
        if (origin == null) {
            return "a URI without a plain http(s) origin";
        }
        return anyOrigin(account, origin::equals) ? "this other path of " + origin : origin.toString();
    }

    /** If only an s is missing in the client's URI, nobody is told to allow http. */
    private static String remedy(Account account, @Nullable Origin origin) {
        if (origin != null && origin.scheme().equals("http") && anyOrigin(account, base -> secured(base, origin))) {
            return "use https in the client's URI";
        }
        return "if that is meant, add it to " + account.config().key("base-uri");
    }

    private static boolean secured(Origin base, Origin refused) {
        return base.scheme().equals("https") && base.host().equals(refused.host());
    }

    private static boolean anyOrigin(Account account, Predicate<Origin> condition) {
        return account.config().baseUris().stream().map(BaseUri::origin).anyMatch(condition);
    }
}
