// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.engine.Engine;
import io.paybearer.engine.Engines;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rule for which 401s are about a token of ours: the request was sent with it, to a place of its account, the answer came
 * from there, and the answer refuses the token. Such a 401 goes to {@link Replay}; after any other nothing happens. Thread-safe.
 */
final class Unauthorized {

    static final int STATUS = 401;

    /** RFC 9110, section 11.6.1. */
    private static final String CHALLENGE = "WWW-Authenticate";

    /** A scheme stands at the beginning, or after a comma; parameters after a comma have an equals sign. */
    private static final Pattern SCHEME = Pattern.compile("(?:^|,)\\s*([!#$%&'*+.^_`|~0-9a-z-]+)(?=\\s|,|$)");

    private static final Pattern ERROR = Pattern.compile("[\\s,]error\\s*=\\s*\"?([a-z_]+)");

    private final Engines engines;
    private final AccountResolver resolver;

    Unauthorized(Engines engines, AccountResolver resolver) {
        this.engines = engines;
        this.resolver = resolver;
    }

    void apply(ClientRequestContext request, ClientResponseContext response) throws IOException {
        if (response.getStatus() != STATUS) {
            return;
        }
        Object served = request.getProperty(Carried.PROPERTY);
        if (served == null) {
            resolver.explainUnserved(request);
        }
        Carried carried = Carried.by(served);
        if (carried != null
                && refusesToken(response, carried)
                && sentWith(request, carried)
                && answered(request, carried.filter())) {
            new Replay(engines.of(request), request, carried).apply(response);
        }
    }

    /**
     * Whether the challenges of a 401 refuse the token itself: there is no challenge, or that for the token's scheme says {@code
     * invalid_token} or nothing (RFC 6750, section 3). With {@code insufficient_scope} the token is good but may not do this, and
     * a challenge for another scheme is about another credential. A token without a scheme is refused by any challenge.
     */
    private static boolean refusesToken(ClientResponseContext response, Carried carried) {
        List<String> challenges = response.getHeaders().get(CHALLENGE);
        if (challenges == null || challenges.isEmpty()) {
            return true;
        }
        String all = String.join(", ", challenges).toLowerCase(Locale.ROOT);
        Matcher error = ERROR.matcher(all);
        return names(all, carried.token().token().scheme())
                && (!error.find() || error.group(1).equals("invalid_token"));
    }

    private static boolean names(String challenges, String scheme) {
        if (scheme.isEmpty()) {
            return true;
        }
        Matcher named = SCHEME.matcher(challenges);
        while (named.find()) {
            if (named.group(1).equalsIgnoreCase(scheme)) {
                return true;
            }
        }
        return false;
    }

    /** A later filter may have taken the token off, or led the request elsewhere. */
    private static boolean sentWith(ClientRequestContext request, Carried carried) {
        return carried.isOn(request) && carried.token().account().covers(request.getUri());
    }

    /**
     * Whether the answer came from the network: no filter has answered the request, and no response filter before ours may have
     * made the 401 of something else. Where that cannot be known, it counts as answered: then no call is made again, and a token
     * too many is asked for at worst.
     */
    private boolean answered(ClientRequestContext request, CredentialFilter filter) {
        Engine engine = engines.of(request);
        if (engine == null) {
            return true;
        }
        try {
            return !engine.aborted(request) && ours(engine.responseFilters(request), filter);
        } catch (ReflectiveOperationException | ClassCastException unknown) {
            return true;
        }
    }

    /** Whether there is none but ours up to one filter. */
    private static boolean ours(List<?> filters, CredentialFilter filter) {
        for (Object earlier : filters) {
            if (earlier == filter) {
                return true;
            }
            if (!(earlier instanceof CredentialFilter)) {
                return false;
            }
        }
        return true;
    }
}
