// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The merchants that the stand-ins know. A merchant replaces an earlier one of its kind with the same id. Thread-safe. */
final class Merchants {

    private final Map<Name, SandboxMerchant> known = new ConcurrentHashMap<>();

    void add(SandboxMerchant merchant) {
        known.put(new Name(merchant.getClass(), merchant.id()), merchant);
    }

    void clear() {
        known.clear();
    }

    <M extends SandboxMerchant> Optional<M> find(Class<M> kind, String id) {
        return Optional.ofNullable(known.get(new Name(kind, id))).map(kind::cast);
    }

    <M extends SandboxMerchant> Stream<M> all(Class<M> kind) {
        return known.values().stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The name of a merchant: two providers may know the same id. */
    private record Name(Class<?> kind, String id) {}
}
