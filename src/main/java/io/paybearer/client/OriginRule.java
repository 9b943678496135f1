package io.paybearer.client;

import io.paybearer.RequestRefusedException;
import io.paybearer.origin.Origin;
import io.paybearer.wiring.Account;
import java.net.URI;
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
        return "the credential of account '" + account.name() + "' may go to "
                + account.config().baseUris()
                + " only, not to " + refused(account, Origin.of(uri)) + "; if that is meant, add it to "
                + account.config().key("base-uri");
    }

    private static String refused(Account account, @Nullable Origin origin) {
        if (origin == null) {
            return "a URI without a plain http(s) origin";
        }
        boolean known = account.config().baseUris().stream()
                .anyMatch(base -> base.origin().equals(origin));
        return known ? "this other path of " + origin : origin.toString();
    }
}
