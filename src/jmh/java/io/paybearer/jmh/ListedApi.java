// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import jakarta.ws.rs.GET;

/** A typed client that the key {@code rest-clients} names. */
public interface ListedApi {

    @GET
    String payment();
}
