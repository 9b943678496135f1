// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.clustered.wildfly;

import io.paybearer.SharedTokens;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

@RequestScoped
@Path("entries")
public class Entries {

    @Inject
    @SharedTokens
    ConcurrentMap<String, String> tokens;

    /** What the cache holds: a line for each entry, its key and its value. */
    @GET
    @Produces("text/plain")
    public String all() {
        return tokens.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }
}
