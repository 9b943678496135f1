// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.List;

/** Finds the endpoint of a path and turns its refusals into replies. */
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
            return refused.reply();
        }
    }

    /** What answers for every path that no provider has. */
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
