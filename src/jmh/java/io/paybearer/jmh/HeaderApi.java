// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;

/** A typed client whose callers set the header themselves. */
public interface HeaderApi {

    @GET
    String payment(@HeaderParam("Authorization") String authorization);
}
