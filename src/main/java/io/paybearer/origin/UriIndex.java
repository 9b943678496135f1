package io.paybearer.origin;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds what belongs to a request's URI among many base URIs: the longest path wins. Immutable.
 *
 * @param <T> what is found
 */
public final class UriIndex<T> {

    private record Entry<T>(BaseUri base, T owner) {}

    private final Map<String, List<Entry<T>>> byHost;

    private UriIndex(Map<String, List<Entry<T>>> byHost) {
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
        Map<String, List<Entry<T>>> byHost = new HashMap<>();
        owners.forEach((owner, bases) -> bases.stream()
                .distinct()
                .forEach(base -> byHost.computeIfAbsent(base.origin().host(), host -> new ArrayList<>())
                        .add(new Entry<>(base, owner))));
        byHost.values()
                .forEach(entries -> entries.sort(
                        Comparator.comparingInt(entry -> -entry.base().length())));
        return new UriIndex<>(byHost);
    }

    /**
     * The owners of the longest base URI that covers a request.
     *
     * @param request the request's URI
     * @return none, one, or several whose base URIs are equally long
     */
    public List<T> find(URI request) {
        List<Entry<T>> entries = entriesFor(request);
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).base().covers(request)) {
                return ownersFrom(entries, i, request);
            }
        }
        return List.of();
    }

    private List<Entry<T>> entriesFor(URI request) {
        String host = request.getHost();
        if (host == null) {
            Origin origin = Origin.of(request);
            return origin == null ? List.of() : byHost.getOrDefault(origin.host(), List.of());
        }
        List<Entry<T>> exact = byHost.get(host);
        return exact != null ? exact : byHost.getOrDefault(host.toLowerCase(Locale.ROOT), List.of());
    }

    private List<T> ownersFrom(List<Entry<T>> entries, int first, URI request) {
        int length = entries.get(first).base().length();
        List<T> owners = new ArrayList<>(1);
        for (int i = first; i < entries.size() && entries.get(i).base().length() == length; i++) {
            if (entries.get(i).base().covers(request)) {
                owners.add(entries.get(i).owner());
            }
        }
        return owners;
    }
}
