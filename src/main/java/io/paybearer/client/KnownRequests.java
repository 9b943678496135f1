// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.account.Account;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of some requests that were made before, so that another one like it needs no search: the same URI, method and
 * account property have the same answer for ever. There are few places, chosen by the URI's length. Thread-safe.
 */
final class KnownRequests {

    private static final int PLACES = 16;

    /** Most new requests are not kept: threads that call ever new URIs would write over each other. */
    private static final int KEPT_ONE_IN = 16;

    private final AtomicReferenceArray<@Nullable Known> places = new AtomicReferenceArray<>(PLACES);

    private record Known(
            String uri, @Nullable Object method, @Nullable Object property, Account account) {}

    /** The account of such a request, or null if it is not known. */
    @Nullable Account find(String uri, @Nullable Object method, @Nullable Object property) {
        Known known = places.get(place(uri));
        return known != null
                        && Objects.equals(known.method(), method)
                        && Objects.equals(known.property(), property)
                        && known.uri().equals(uri)
                ? known.account()
                : null;
    }

    void keep(String uri, @Nullable Object method, @Nullable Object property, Account account) {
        int place = place(uri);
        if (places.get(place) == null || ThreadLocalRandom.current().nextInt(KEPT_ONE_IN) == 0) {
            places.set(place, new Known(uri, method, property, account));
        }
    }

    private static int place(String uri) {
        return uri.length() % PLACES;
    }
}
