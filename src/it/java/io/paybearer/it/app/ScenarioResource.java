// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.concurrent.Callable;

@RequestScoped
@Path("scenarios/{name}")
public class ScenarioResource {

    @Inject
    Scenarios scenarios;

    /** What the scenario says, or what it failed with. */
    @POST
    @Produces("text/plain")
    public String run(@PathParam("name") String name) {
        Callable<String> scenario = scenarios.named(name);
        if (scenario == null) {
            return "no scenario " + name;
        }
        try {
            return scenario.call();
        } catch (Exception e) {
            return "failed: " + causes(e);
        }
    }

    /** A failure and its causes, in one line. */
    public static String causes(Throwable failure) {
        return failure.getCause() == null ? failure.toString() : failure + "; caused by " + causes(failure.getCause());
    }
}
