// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.account.Account;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of some earlier requests, so that a request with the same URI, method and account property needs no search:
 * its account is always the same. There are 16 places; the length of the URI chooses the place. Thread-safe.
 */
final class KnownRequests {

    private static final int PLACES = 16;

    /** A new request takes a used place once in 16 times: otherwise threads that call ever new URIs would disturb each other. */
    private static final int KEPT_ONE_IN = 16;

    private final AtomicReferenceArray<@Nullable Known> places = new AtomicReferenceArray<>(PLACES);

    private record Known(
            String uri, @Nullable Object method, @Nullable Object property, Account account) {

        @Override
        public String toString() {
            return "Known[" + account + "]";
        }
    }

    /** The account of an earlier request that was the same, or null if none is remembered. */
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
