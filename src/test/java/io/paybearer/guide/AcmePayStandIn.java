// SPDX-License-Identifier: Apache-2.0
package io.paybearer.guide;

import io.paybearer.sandbox.StandIn;
import io.paybearer.sandbox.StandInRequest;
import java.time.Instant;
import java.util.Map;

/** AcmePay on this machine: its login wants the two headers, and its API below {@code /payments} wants the token. */
public final class AcmePayStandIn extends StandIn {

    public AcmePayStandIn() {
        super("/api/v1/authentication/login", "/payments");
    }

    @Override
    protected Map<String, ?> login(StandInRequest request, String token, Instant end) {
        request.requireHeader("x-client-id", "shop-eu");
        request.requireHeader("x-api-key", "an API key");
        return Map.of("token", token, "expires_at", end.toString());
    }
}
