// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

@ApplicationScoped
@Path("properties/{name: .+}")
public class SystemProperties {

    @PUT
    public void set(@PathParam("name") String name, String value) {
        System.setProperty(name, value);
    }

    @DELETE
    public void clear(@PathParam("name") String name) {
        System.clearProperty(name);
    }
}
