// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.RequestRefusedException;
import io.paybearer.account.Account;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.Configuration;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/**
 * The rule that no redirect carries a token along: an implementation follows redirects after the filters have run, so nobody
 * checks where they lead. Jersey is told for each request not to follow. RESTEasy and CXF cannot be told for one request, so
 * the request is refused if they would follow. Thread-safe.
 */
final class RedirectRule {

    private static final String JERSEY = "jersey.config.client.followRedirects";
    private static final String CXF = "http.autoredirect";

    /** The client that was looked at last and follows no redirects, whatever a request says. A filter seldom sees another client. */
    private volatile WeakReference<@Nullable Client> harmless = new WeakReference<>(null);

    void apply(ClientRequestContext request, Account account) {
        Client client = request.getClient();
        if (client == null || client != harmless.get()) {
            look(request, client, account);
        }
    }

    private void look(ClientRequestContext request, @Nullable Client client, Account account) {
        if (request.getClass().getName().startsWith("org.glassfish.jersey.")) {
            request.setProperty(JERSEY, false);
            return;
        }
        if (cxfFollows(request) || resteasyFollows(client)) {
            throw new RequestRefusedException(account.name(), message(account));
        }
        if (client != null && !client.getClass().getName().startsWith("org.apache.cxf.")) {
            harmless = new WeakReference<>(client);
        }
    }

    private static String message(Account account) {
        return "this client follows redirects, which would carry the credential of account '" + account.name()
                + "' to wherever they lead; switch them off (RESTEasy: ResteasyClientBuilder.setFollowRedirects(false), CXF: "
                + CXF + "=false)";
    }

    private static boolean cxfFollows(ClientRequestContext request) {
        Configuration configuration = request.getConfiguration();
        Object follows = request.getProperty(CXF);
        if (follows == null && configuration != null) {
            follows = configuration.getProperty(CXF);
        }
        return follows != null && Boolean.parseBoolean(follows.toString());
    }

    /** RESTEasy's client has an engine that says whether it follows redirects. */
    private static boolean resteasyFollows(@Nullable Client client) {
        if (client == null || !client.getClass().getName().startsWith("org.jboss.resteasy.")) {
            return false;
        }
        try {
            Object engine = client.getClass().getMethod("httpEngine").invoke(client);
            return engine != null
                    && Boolean.TRUE.equals(
                            engine.getClass().getMethod("isFollowRedirects").invoke(engine));
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException unknown) {
            return false;
        }
    }
}
