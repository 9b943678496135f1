// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.RequestRefusedException;
import io.paybearer.account.Account;
import io.paybearer.origin.BaseUri;
import io.paybearer.origin.Origin;
import java.net.URI;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Credentials follow the configured URLs, never the other way round. */
final class OriginRule {

    private OriginRule() {}

    static void require(Account account, URI uri) {
        if (!account.covers(uri)) {
            throw new RequestRefusedException(account.name(), message(account, uri));
        }
    }

    /** Shows the refused origin, but neither path nor query, which may hold a customer's data. */
    private static String message(Account account, URI uri) {
        Origin origin = Origin.of(uri);
        return "the credential of account '" + account.name() + "' may go to "
                + account.config().baseUris() + " only, not to " + refused(account, origin) + "; "
                + remedy(account, origin);
    }

    private static String refused(Account account, @Nullable Origin origin) {
        if (origin == null) {
            return "a URI without a plain http(s) origin";
        }
        return anyOrigin(account, origin::equals) ? "this other path of " + origin : origin.toString();
    }

    /** Nobody is talked into allowing http because a client's URI lacks an s. */
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
