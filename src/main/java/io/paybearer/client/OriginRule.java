package io.paybearer.client;

import io.paybearer.RequestRefusedException;
import io.paybearer.origin.Origin;
import io.paybearer.wiring.Account;
import java.net.URI;

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
                + account.config().baseUris() + " only, not to "
                + (origin == null ? "a URI without a plain http(s) origin" : origin + " with this path")
                + "; if that is meant, add it to " + account.config().key("base-uri");
    }
}
