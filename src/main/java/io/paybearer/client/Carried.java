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
 * What a request carries of ours: the headers with an account's token, and the filter that has put them there. Immutable.
 *
 * <p>It is kept as a property of the request. The property tells a second filter on the same client that the request is
 * served, it tells the same filter what to take off when the request is sent again, and it tells after a 401 which token was
 * sent. All of that is one property, since an implementation may copy every property when one is set.
 *
 * @param filter serves the request, now and when it is sent again
 * @param headers the headers, or null if the application has set each of them itself
 */
record Carried(CredentialFilter filter, @Nullable TokenHeaders headers) {

    /** The request property that holds it. */
    static final String PROPERTY = "io.paybearer.served";

    /** The headers by that property; null if no filter has served the request, or none of ours is on it. */
    static @Nullable TokenHeaders headersBy(@Nullable Object property) {
        return property instanceof Carried carried ? carried.headers : null;
    }

    /**
     * Puts an account's token on a request. A header that the application has set itself stays as it is, and if it has set
     * all of them, no token is asked for.
     *
     * @param last what the filter's request before carried, or null; returned again if this request carries the same
     * @return what the request carries now
     */
    static Carried putOn(
            ClientRequestContext request, Account account, CredentialFilter filter, @Nullable Carried last) {
        TokenHeaders token = put(request.getHeaders(), account);
        Carried now = last != null && last.headers == token ? last : new Carried(filter, token);
        request.setProperty(PROPERTY, now);
        return now;
    }

    private static @Nullable TokenHeaders put(MultivaluedMap<String, Object> headers, Account account) {
        List<String> names = account.config().tokenHeaders();
        TokenHeaders token = null;
        for (int i = 0; i < names.size(); i++) {
            if (!HeaderValues.present(headers, names.get(i))) {
                token = token == null ? account.headers() : token;
                headers.put(names.get(i), single(token.value(i)));
            }
        }
        return token;
    }

    /** A list to which the implementation and other filters can add values. */
    private static List<Object> single(String value) {
        List<Object> values = new ArrayList<>(1);
        values.add(value);
        return values;
    }

    /** Takes the headers off a request that is sent again, except those whose value is no longer ours. */
    void takeOff(ClientRequestContext request) {
        request.removeProperty(PROPERTY);
        for (int i = 0; headers != null && i < headers.headers(); i++) {
            List<Object> values = request.getHeaders().get(headers.name(i));
            if (values != null && values.size() == 1 && headers.value(i).equals(values.get(0))) {
                request.getHeaders().remove(headers.name(i));
            }
        }
    }
}
