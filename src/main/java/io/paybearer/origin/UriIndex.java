// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the owner of a request's URI among many base URIs: the base URI with the longest path wins. Immutable.
 *
 * <p>The base URIs of a host are in the order of their paths. Whatever stands between a path and its beginning starts with that
 * beginning too: {@code /v1}, {@code /v1/a}, {@code /v1/b}. So one look into the order, at the last path that is not above the
 * request's, finds the only candidates: that path and those that it begins with. This is O(log n) and allocates nothing.
 *
 * @param <T> the owner
 */
public final class UriIndex<T> {

    private final Map<String, NavigableMap<String, Place<T>>> byHost = new HashMap<>();

    /**
     * A base URI.
     *
     * @param wider the base URI of the same host with the longest path that this path begins with
     */
    private record Place<T>(
            BaseUri base, List<T> owners, @Nullable Place<T> wider) {}

    private UriIndex() {}

    /**
     * Indexes base URIs.
     *
     * @param owners each owner with its base URIs
     * @param <T> the owner
     * @return the index
     */
    public static <T> UriIndex<T> of(Map<T, List<BaseUri>> owners) {
        NavigableMap<String, Map<BaseUri, Set<T>>> byPath = new TreeMap<>();
        for (Map.Entry<T, List<BaseUri>> owner : owners.entrySet()) {
            for (BaseUri base : owner.getValue()) {
                own(byPath, base, owner.getKey());
            }
        }
        UriIndex<T> index = new UriIndex<>();
        for (Map<BaseUri, Set<T>> bases : byPath.values()) {
            for (Map.Entry<BaseUri, Set<T>> base : bases.entrySet()) {
                index.add(base.getKey(), List.copyOf(base.getValue()));
            }
        }
        return index;
    }

    private static <T> void own(Map<String, Map<BaseUri, Set<T>>> byPath, BaseUri base, T owner) {
        Map<BaseUri, Set<T>> bases = byPath.getOrDefault(base.path(), new HashMap<>());
        Set<T> owners = bases.getOrDefault(base, new LinkedHashSet<>());
        owners.add(owner);
        bases.put(base, owners);
        byPath.put(base.path(), bases);
    }

    /** Adds a base URI whose path is not below those added before. */
    private void add(BaseUri base, List<T> owners) {
        for (String host : base.hosts()) {
            NavigableMap<String, Place<T>> places = byHost.getOrDefault(host, new TreeMap<>());
            add(base, owners, places);
            byHost.put(host, places);
        }
    }

    private static <T> void add(BaseUri base, List<T> owners, NavigableMap<String, Place<T>> places) {
        Place<T> wider = places.isEmpty() ? null : places.lastEntry().getValue();
        while (wider != null && !base.path().startsWith(wider.base().path())) {
            wider = wider.wider();
        }
        places.put(base.path(), new Place<>(base, owners, wider));
    }

    /**
     * The owners of the longest base URI that covers a request.
     *
     * @param request the request's URI
     * @return none, one, or several that have the same base URI
     */
    public List<T> find(URI request) {
        for (Place<T> place = nearest(request); place != null; place = place.wider()) {
            if (place.base().covers(request)) {
                return withEqualPath(place, request);
            }
        }
        return List.of();
    }

    /** Two base URIs with one path may both cover a request: a host can be written in its own letters and in ASCII. */
    private static <T> List<T> withEqualPath(Place<T> found, URI request) {
        List<T> owners = found.owners();
        for (Place<T> place = found.wider(); place != null; place = place.wider()) {
            if (place.base().path().equals(found.base().path()) && place.base().covers(request)) {
                Set<T> all = new LinkedHashSet<>(owners);
                all.addAll(place.owners());
                owners = List.copyOf(all);
            }
        }
        return owners;
    }

    private @Nullable Place<T> nearest(URI request) {
        Map.Entry<String, Place<T>> last = places(request).floorEntry(BaseUri.path(request));
        return last == null ? null : last.getValue();
    }

    private NavigableMap<String, Place<T>> places(URI request) {
        String host = request.getHost();
        host = host == null ? Authority.of(request).host() : Ipv6.canonical(host);
        NavigableMap<String, Place<T>> exact = byHost.get(host);
        return exact != null
                ? exact
                : byHost.getOrDefault(host.toLowerCase(Locale.ROOT), Collections.emptyNavigableMap());
    }
}
