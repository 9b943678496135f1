// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.account.Account;
import io.paybearer.account.Application;
import io.paybearer.origin.BaseUri;
import io.paybearer.origin.Origin;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The account that the caller of a request may have meant, whose base URI does not cover the request. Immutable.
 *
 * @param account the account
 * @param base that base URI
 * @param difference by what the request missed it
 */
record NearAccount(Account account, BaseUri base, Difference difference) {

    private static final String WWW = "www.";

    /** By what an origin may miss another one, the smallest difference first. */
    enum Difference {
        /** The origins are the same. */
        PATH("with another path"),
        /** The hosts are the same. */
        PORT("with another scheme or port"),
        /** One host is the other one after {@code www.}. */
        PREFIX("with or without www."),
        /** Both hosts are this machine. */
        LOOPBACK("under another name of this machine");

        private final String shown;

        Difference(String shown) {
            this.shown = shown;
        }
    }

    /** The account that comes nearest to a request; empty if none is near. */
    static Optional<NearAccount> of(Application application, URI request) {
        Origin origin = Origin.of(request);
        return application.accounts().stream()
                .flatMap(account -> account.config().baseUris().stream().flatMap(base -> near(account, base, origin)))
                .min(Comparator.comparing(NearAccount::difference));
    }

    private static Stream<NearAccount> near(Account account, BaseUri base, @Nullable Origin origin) {
        return origin == null
                ? Stream.empty()
                : difference(base.origin(), origin).map(by -> new NearAccount(account, base, by)).stream();
    }

    private static Optional<Difference> difference(Origin base, Origin request) {
        if (base.equals(request)) {
            return Optional.of(Difference.PATH);
        }
        if (base.host().equals(request.host())) {
            return Optional.of(Difference.PORT);
        }
        if (base.host().equals(WWW + request.host()) || request.host().equals(WWW + base.host())) {
            return Optional.of(Difference.PREFIX);
        }
        return base.loopback() && request.loopback() ? Optional.of(Difference.LOOPBACK) : Optional.empty();
    }

    /** Why a request belongs to no account. Its path and query are not shown, since they may hold a customer's data. */
    static String unserved(Application application, URI request) {
        List<String> others = Destinations.names(application.covering(request));
        if (!others.isEmpty()) {
            return "its URI belongs to the account " + others
                    + ", which is of another provider than the filter on this client"
                    + " serves; register io.paybearer.PaybearerFeature, which serves all";
        }
        Origin origin = Origin.of(request);
        String none = "no account has a base-uri that covers "
                + (origin == null ? "its URI, which has no plain http(s) origin" : origin);
        return none
                + of(application, request)
                        .map(near ->
                                "; the nearest is account '" + near.account().name() + "' with " + near.base() + ", "
                                        + near.difference().shown + "; call that URI, or change "
                                        + near.account().config().key("base-uri"))
                        .orElse("");
    }
}
