// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.bystander;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

@RequestScoped
@Path("scenarios/make-client")
public class Maker {

    /** Never called. */
    public interface Anything {

        @GET
        String get();
    }

    @POST
    public String make() throws Exception {
        try (AutoCloseable made = (AutoCloseable) RestClientBuilder.newBuilder()
                .baseUri(URI.create("http://127.0.0.1"))
                .build(Anything.class)) {
            return "made";
        }
    }
}
