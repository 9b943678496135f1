// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.RequestRefusedException;
import io.paybearer.account.Account;
import io.paybearer.engine.Engine;
import io.paybearer.engine.Engines;
import io.paybearer.engine.KnownTransports;
import jakarta.ws.rs.client.ClientRequestContext;

/**
 * The rule that no redirect carries a credential along: an implementation follows redirects after the filters have run, so nobody
 * checks where they lead. A request is refused unless the object that will send it is {@linkplain KnownTransports known} and shows
 * that it follows none. Nothing is remembered from one request to the next. Thread-safe.
 */
final class RedirectRule {

    private static final String KEY = "redirects-are-off";

    private final Engines engines;

    RedirectRule(Engines engines) {
        this.engines = engines;
    }

    /**
     * Switches redirects off for a request, where that can be done.
     *
     * @throws RequestRefusedException if it would follow redirects, or nothing is known about that
     */
    void apply(ClientRequestContext request, Account account) {
        boolean vouched = account.config().redirectsAreOff();
        Engine engine = engines.of(request);
        if (engine == null) {
            require(vouched, account, request);
            return;
        }
        Object transport = null;
        boolean follows;
        try {
            engine.forbidRedirects(request);
            transport = engine.transport(request);
            require(vouched || KnownTransports.stays(transport), account, transport);
            follows = engine.follows(request, transport);
        } catch (ReflectiveOperationException | UnsupportedOperationException | ClassCastException unknown) {
            require(vouched, account, transport == null ? request : transport);
            follows = false;
        }
        if (follows) {
            throw new RequestRefusedException(account.name(), switchOff(account));
        }
    }

    private static void require(boolean known, Account account, Object sender) {
        if (!known) {
            throw new RequestRefusedException(account.name(), unknown(account, sender));
        }
    }

    private static String unknown(Account account, Object sender) {
        return "a call for account '" + account.name() + "' was not made: it is not known whether "
                + sender.getClass().getName()
                + " follows redirects, and one would carry the credential along; take the client's"
                + " default transport, or see to it that this one follows none and set "
                + account.config().key(KEY) + "=true";
    }

    private static String switchOff(Account account) {
        return "a call for account '" + account.name()
                + "' was not made: this client follows redirects, and one would carry the"
                + " credential along; switch them off (RESTEasy: ResteasyClientBuilder.setFollowRedirects(false), CXF:"
                + " http.autoredirect=false, Quarkus: quarkus.rest-client.follow-redirects=false)";
    }
}
