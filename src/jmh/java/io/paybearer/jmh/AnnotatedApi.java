// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import io.paybearer.PaymentAccount;
import jakarta.ws.rs.GET;

/** A typed client that names its account. */
@PaymentAccount("m0")
public interface AnnotatedApi {

    @GET
    String payment();
}
