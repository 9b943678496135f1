// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.List;

/** The way from a path to its endpoint, and from a refusal of the endpoint to a reply. */
final class Router {

    private final List<Endpoint> endpoints;

    Router(List<Endpoint> endpoints) {
        this.endpoints = List.copyOf(endpoints);
    }

    Endpoint find(String path) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.owns(path))
                .findFirst()
                .orElseGet(NotFound::new);
    }

    Reply answer(Endpoint endpoint, Call call) {
        try {
            return endpoint.answer(call);
        } catch (Refused refused) {
            return endpoint.refusal(call, refused);
        }
    }

    /** The endpoint of all paths that no provider has. */
    private record NotFound() implements Endpoint {

        @Override
        public Provider provider() {
            return Provider.NONE;
        }

        @Override
        public boolean owns(String path) {
            return true;
        }

        @Override
        public boolean challenges() {
            return false;
        }

        @Override
        public Reply answer(Call call) {
            throw new Refused(404, "no provider has this path");
        }
    }
}
