// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.clustered.payara;

import io.paybearer.SharedTokens;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.cache.Cache;

@RequestScoped
@Path("entries")
public class Entries {

    @Inject
    @SharedTokens
    Cache<String, String> tokens;

    /** What the cache holds: a line for each entry, its key and its value. */
    @GET
    @Produces("text/plain")
    public String all() {
        return StreamSupport.stream(tokens.spliterator(), false)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }
}
