// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.RequestRefusedException;
import io.paybearer.account.Account;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rule that a header {@code Host} of the application leads a credential nowhere else: whoever receives the request may send it
 * on to the host that is named there. The place that the header names has to be one where the account's credential may go.
 */
final class HostRule {

    private HostRule() {}

    /**
     * Looks at the header, if the application has set one.
     *
     * @throws RequestRefusedException if the credential may not go to that host
     */
    static void require(ClientRequestContext request, Account account) {
        List<Object> values = request.getHeaders().get(HttpHeaders.HOST);
        if (values == null || values.isEmpty()) {
            return;
        }
        URI named = values.size() == 1 ? named(request.getUri(), String.valueOf(values.get(0))) : null;
        if (named == null || !account.covers(named)) {
            throw new RequestRefusedException(
                    account.name(),
                    "a call for account '" + account.name() + "' was not made: its header Host names another host than "
                            + account.config().baseUris()
                            + "; take the header off, or if that is meant, add the host to "
                            + account.config().key("base-uri"));
        }
    }

    /** The request's URI with another authority; null if the text is more or less than an authority. */
    private static @Nullable URI named(URI uri, String authority) {
        try {
            URI named = new URI(uri.getScheme() + "://" + authority + uri.getRawPath());
            return authority.equals(named.getRawAuthority()) ? named : null;
        } catch (URISyntaxException noAuthority) {
            return null;
        }
    }
}
