// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.Map;

/**
 * The API of PaymentsGate. Its answer names the account for which the call acted. The paths are those of PaymentsGate's own
 * client libraries.
 */
final class PaymentsGateApi implements Endpoint {

    private final IssuedTokens issued;
    private final SandboxSettings settings;

    PaymentsGateApi(IssuedTokens issued, SandboxSettings settings) {
        this.issued = issued;
        this.settings = settings;
    }

    @Override
    public Place place() {
        return Place.api(Provider.PAYMENTSGATE, "/deals", "/wallet", "/banks", "/fx", "/support");
    }

    @Override
    public Reply answer(Call call) {
        String accountId = issued.account(call.bearerToken(), settings.now());
        return Reply.json(Map.of("status", "new", "actedFor", accountId));
    }

    @Override
    public Reply refusal(Call call, Refused refused) {
        return PaymentsGateError.reply(refused);
    }
}
