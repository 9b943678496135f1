// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.account.Account;
import io.paybearer.account.TokenHeaders;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The headers that carry a token: set once, renewed when a request is sent again, never put over the application's own.
 *
 * <p>What was put on a request is kept as a property of it. So a second filter on the same client changes nothing, a request
 * that is sent again carries the token of that moment, and nobody has to ask later which token it was.
 */
final class CredentialHeaders {

    private CredentialHeaders() {}

    /** Takes off what an earlier sending of the request has put on. */
    static void takeOff(ClientRequestContext request, @Nullable TokenHeaders before) {
        if (before != null) {
            MultivaluedMap<String, Object> headers = request.getHeaders();
            for (int i = 0; i < before.headers(); i++) {
                List<Object> values = headers.get(before.name(i));
                if (values != null && values.size() == 1 && before.value(i).equals(values.get(0))) {
                    headers.remove(before.name(i));
                }
            }
        }
    }

    /** Puts the credential on, and tells which; no token is looked up if the application has set all the headers itself. */
    static @Nullable TokenHeaders putOn(ClientRequestContext request, Account account) {
        MultivaluedMap<String, Object> headers = request.getHeaders();
        List<String> names = account.config().tokenHeaders();
        TokenHeaders credential = null;
        for (int i = 0; i < names.size(); i++) {
            if (absent(headers, names.get(i))) {
                credential = credential == null ? account.headers() : credential;
                headers.put(names.get(i), single(credential.value(i)));
            }
        }
        return credential;
    }

    /** Others may add to it. */
    private static List<Object> single(String value) {
        List<Object> values = new ArrayList<>(1);
        values.add(value);
        return values;
    }

    private static boolean absent(MultivaluedMap<String, Object> headers, String name) {
        List<Object> values = headers.get(name);
        return values == null || values.isEmpty();
    }
}
