// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The base paths at one origin, searched in O(log n) without allocation. Immutable.
 *
 * <p>In the order of texts, what lies between a path and one of its prefixes begins with that prefix too. So the longest base
 * path that covers a request is the last one not above it, or the longest one which that one begins with, and so on.
 *
 * @param <T> what is found
 */
final class PathTable<T> {

    private record Row<T>(PathPrefix prefix, List<T> owners, int parent) {}

    private final BaseUri anyBase;
    private final List<Row<T>> rows;

    private PathTable(BaseUri anyBase, List<Row<T>> rows) {
        this.anyBase = anyBase;
        this.rows = rows;
    }

    /** A table of base URIs that have the same origin, each with its owners. */
    static <T> PathTable<T> of(Map<BaseUri, List<T>> ownersByBase) {
        TreeMap<String, Map.Entry<BaseUri, List<T>>> sorted = new TreeMap<>();
        ownersByBase
                .entrySet()
                .forEach(entry -> sorted.put(entry.getKey().prefix().path(), entry));
        List<Row<T>> rows = new ArrayList<>(sorted.size());
        sorted.values().forEach(entry -> {
            PathPrefix prefix = entry.getKey().prefix();
            rows.add(new Row<>(prefix, List.copyOf(entry.getValue()), parent(rows, prefix)));
        });
        return new PathTable<>(ownersByBase.keySet().iterator().next(), rows);
    }

    /** The longest path before it that it begins with, or -1. */
    private static <T> int parent(List<Row<T>> rows, PathPrefix prefix) {
        int candidate = rows.size() - 1;
        while (candidate >= 0
                && !prefix.path().startsWith(rows.get(candidate).prefix().path())) {
            candidate = rows.get(candidate).parent();
        }
        return candidate;
    }

    BaseUri anyBase() {
        return anyBase;
    }

    /** The owners of the longest path that covers the request's; empty if none does. */
    List<T> find(String rawPath) {
        for (int row = lastNotAbove(rawPath); row >= 0; row = rows.get(row).parent()) {
            if (rows.get(row).prefix().covers(rawPath)) {
                return rows.get(row).owners();
            }
        }
        return List.of();
    }

    private int lastNotAbove(String rawPath) {
        int low = 0;
        int high = rows.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).prefix().path().compareTo(rawPath) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
