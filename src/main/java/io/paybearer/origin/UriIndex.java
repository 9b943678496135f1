// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds what belongs to a request's URI among many base URIs: the longest path wins. Immutable.
 *
 * @param <T> what is found
 */
public final class UriIndex<T> {

    private final Map<String, List<PathTable<T>>> byHost;

    private UriIndex(Map<String, List<PathTable<T>>> byHost) {
        this.byHost = byHost;
    }

    /**
     * Indexes base URIs.
     *
     * @param owners each owner with its base URIs
     * @param <T> what is found
     * @return the index
     */
    public static <T> UriIndex<T> of(Map<T, List<BaseUri>> owners) {
        Map<Origin, Map<BaseUri, List<T>>> byOrigin = new HashMap<>();
        owners.forEach((owner, bases) -> Set.copyOf(bases)
                .forEach(base -> byOrigin.computeIfAbsent(base.origin(), origin -> new HashMap<>())
                        .computeIfAbsent(base, first -> new ArrayList<>(1))
                        .add(owner)));
        Map<String, List<PathTable<T>>> byHost = new HashMap<>();
        byOrigin.forEach((origin, ownersByBase) ->
                byHost.computeIfAbsent(origin.host(), host -> new ArrayList<>()).add(PathTable.of(ownersByBase)));
        return new UriIndex<>(byHost);
    }

    /**
     * The owners of the longest base URI that covers a request. Allocates nothing for ordinary URIs.
     *
     * @param request the request's URI
     * @return none, one, or several that have the same base URI
     */
    public List<T> find(URI request) {
        List<PathTable<T>> origins = originsFor(request);
        for (int i = 0; i < origins.size(); i++) {
            if (origins.get(i).anyBase().sameOrigin(request)) {
                return origins.get(i).find(BaseUri.rawPath(request));
            }
        }
        return List.of();
    }

    private List<PathTable<T>> originsFor(URI request) {
        String host = request.getHost();
        if (host == null) {
            Origin origin = Origin.of(request);
            return origin == null ? List.of() : byHost.getOrDefault(origin.host(), List.of());
        }
        List<PathTable<T>> exact = byHost.get(host);
        return exact != null ? exact : byHost.getOrDefault(host.toLowerCase(Locale.ROOT), List.of());
    }
}
