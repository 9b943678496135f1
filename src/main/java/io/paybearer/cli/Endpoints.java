// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.config.AccountConfig;
import io.paybearer.origin.BaseUri;
import io.paybearer.origin.Origin;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The places that an account's calls go to. Its token endpoints are reached as the account says. Its API is reached by the
 * application's own client, for which the settings of the JVM stand here.
 */
final class Endpoints {

    private final Map<Origin, Probe> probes;

    Endpoints(Map<Origin, Probe> probes) {
        this.probes = probes;
    }

    static Endpoints of(AccountConfig account, Session session, Surroundings surroundings) {
        Map<Origin, Probe> probes = new LinkedHashMap<>();
        if (!account.issuer().minted()) {
            Route own = Route.ofAccount(account, session);
            account.endpointUris().forEach(uri -> add(probes, uri, own, account, surroundings));
        }
        Route jvm = Route.ofJvm(account);
        account.baseUris().stream().map(BaseUri::uri).forEach(uri -> add(probes, uri, jvm, account, surroundings));
        return new Endpoints(probes);
    }

    private static void add(
            Map<Origin, Probe> probes, URI uri, Route route, AccountConfig account, Surroundings surroundings) {
        Origin origin = Origin.of(uri);
        if (origin != null) {
            probes.putIfAbsent(origin, new Probe(account, origin, route, surroundings));
        }
    }

    void look(Consumer<Finding> found) {
        probes.values().forEach(probe -> probe.look(found));
    }
}
