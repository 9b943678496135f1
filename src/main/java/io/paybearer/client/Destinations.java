// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.PaybearerProperties;
import io.paybearer.RequestRefusedException;
import io.paybearer.account.Account;
import io.paybearer.account.Application;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which account's credential goes along to a URI. Thread-safe. */
final class Destinations {

    private final Application application;
    private final @Nullable String provider;

    Destinations(Application application, @Nullable String provider) {
        this.application = application;
        this.provider = provider;
    }

    /** The account that was named, if its credential may go there; if none was, the one that the URI belongs to, or null. */
    @Nullable Account account(URI uri, @Nullable Account named) {
        if (named == null) {
            return byUri(uri);
        }
        OriginRule.require(named, uri);
        return named;
    }

    private @Nullable Account byUri(URI uri) {
        List<Account> covering = application.covering(uri);
        if (provider != null) {
            covering = covering.stream().filter(this::ofProvider).toList();
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

    private boolean ofProvider(Account account) {
        return account.config().provider().id().equals(provider);
    }

    static List<String> names(List<Account> accounts) {
        return accounts.stream().map(Account::name).sorted().toList();
    }
}
