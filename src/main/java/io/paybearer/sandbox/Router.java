// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way from a path to its endpoint, and from a refusal of the endpoint to a reply. Thread-safe. */
final class Router {

    private static final Place NOWHERE = new Place(Provider.NONE, Paths.below(), false);

    private final List<Endpoint> ready;
    private final List<Endpoint> own = new CopyOnWriteArrayList<>();

    Router(List<Endpoint> ready) {
        this.ready = List.copyOf(ready);
    }

    /** Adds endpoints of the user's own. They come before those that are ready, and before those that were added earlier. */
    void add(List<Endpoint> endpoints) {
        own.addAll(0, endpoints);
    }

    /** Forgets the endpoints of the user's own. */
    void clear() {
        own.clear();
    }

    Endpoint find(String path) {
        return endpoints()
                .filter(endpoint -> endpoint.place().paths().contain(path))
                .findFirst()
                .orElseGet(NotFound::new);
    }

    /**
     * Refuses a path that is no endpoint's.
     *
     * @throws IllegalArgumentException with the paths that there are
     */
    void requireServed(String path) {
        if (find(path).provider() == Provider.NONE) {
            throw new IllegalArgumentException("no stand-in has the path '" + path
                    + "'; a path begins with a slash, is not decoded and has no query; there are " + paths());
        }
    }

    /** The paths for people to read. */
    String paths() {
        return endpoints()
                .flatMap(endpoint -> endpoint.place().paths().shown())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    Reply answer(Endpoint endpoint, Call call) {
        try {
            return endpoint.answer(call);
        } catch (Refused refused) {
            return endpoint.refusal(call, refused);
        } catch (RuntimeException broken) {
            return endpoint.refusal(call, new Refused(500, "the stand-in failed: " + broken));
        }
    }

    private Stream<Endpoint> endpoints() {
        return Stream.concat(own.stream(), ready.stream());
    }

    /** The endpoint of all paths that no provider has. */
    private record NotFound() implements Endpoint {

        @Override
        public Place place() {
            return NOWHERE;
        }

        @Override
        public Reply answer(Call call) {
            throw new Refused(404, "no provider has this path");
        }
    }
}
