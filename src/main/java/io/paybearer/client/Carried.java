// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.account.Account;
import io.paybearer.account.TokenHeaders;
import io.paybearer.config.ConstantHeaders;
import io.paybearer.engine.Sent;
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
 * @param constants the headers that go with the token
 * @param sent what is sent of the request, or null if nothing of it is kept
 */
record Carried(
        CredentialFilter filter,
        @Nullable TokenHeaders headers,
        ConstantHeaders constants,
        @Nullable Sent sent) {

    /** The request property that holds it. */
    static final String PROPERTY = "io.paybearer.served";

    /** What a request carries by that property; null if no filter has served it, or none of our headers is on it. */
    static @Nullable Carried by(@Nullable Object property) {
        return property instanceof Carried carried && carried.headers != null ? carried : null;
    }

    /** The headers, where there are some. */
    TokenHeaders token() {
        if (headers == null) {
            throw new IllegalStateException("the request carries no header of ours");
        }
        return headers;
    }

    /** The same request with another token. */
    Carried with(TokenHeaders successor) {
        return new Carried(filter, successor, constants, sent);
    }

    /**
     * Puts an account's token on a request. A header that the application has set itself stays as it is, and if it has set
     * all of them, no token is asked for.
     *
     * @return the headers with the token; null if the application has set each of them
     */
    static @Nullable TokenHeaders put(MultivaluedMap<String, Object> headers, Account account) {
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

    /** Puts the account's constant headers on a request, except those that the application has set itself. */
    static void put(MultivaluedMap<String, Object> headers, ConstantHeaders constants) {
        for (int i = 0; i < constants.count(); i++) {
            if (!HeaderValues.present(headers, constants.name(i))) {
                headers.put(constants.name(i), single(constants.value(i)));
            }
        }
    }

    /** A list to which the implementation and other filters can add values. */
    private static List<Object> single(String value) {
        List<Object> values = new ArrayList<>(1);
        values.add(value);
        return values;
    }

    /** Whether the request still has one of the headers, with the value that was put there. */
    boolean isOn(ClientRequestContext request) {
        for (int i = 0; headers != null && i < headers.headers(); i++) {
            if (ours(request.getHeaders(), headers.name(i), headers.value(i))) {
                return true;
            }
        }
        return false;
    }

    /** Takes the headers off a request that is sent again, except those whose value is no longer ours. */
    void takeOff(ClientRequestContext request) {
        request.removeProperty(PROPERTY);
        for (int i = 0; headers != null && i < headers.headers(); i++) {
            takeOff(request.getHeaders(), headers.name(i), headers.value(i));
        }
        for (int i = 0; i < constants.count(); i++) {
            takeOff(request.getHeaders(), constants.name(i), constants.value(i));
        }
    }

    private static void takeOff(MultivaluedMap<String, Object> on, String name, String value) {
        if (ours(on, name, value)) {
            on.remove(name);
        }
    }

    private static boolean ours(MultivaluedMap<String, Object> on, String name, String value) {
        List<Object> values = on.get(name);
        return values != null && values.size() == 1 && value.equals(values.get(0));
    }
}
