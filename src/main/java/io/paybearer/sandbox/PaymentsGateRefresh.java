// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.Optional;

/**
 * The endpoint at which PaymentsGate exchanges a refresh token for a new pair. The provider's documentation has the old access
 * token in {@code Authorization}, its client libraries leave the header out. So the header may be absent, but it must not hold
 * another token.
 */
final class PaymentsGateRefresh implements Endpoint {

    static final String PATH = "/auth/token/refresh";

    private final IssuedTokens issued;
    private final SandboxSettings settings;

    PaymentsGateRefresh(IssuedTokens issued, SandboxSettings settings) {
        this.issued = issued;
        this.settings = settings;
    }

    @Override
    public Place place() {
        return Place.login(Provider.PAYMENTSGATE, PATH);
    }

    @Override
    public Reply answer(Call call) {
        call.requirePost();
        Optional<String> accessToken =
                call.header("Authorization").isPresent() ? Optional.of(call.bearerToken()) : Optional.empty();
        TokenPair old = issued.spend(call.json().requiredText("refresh_token"), accessToken);
        return PaymentsGateTokens.issue(issued, settings, old.accountId());
    }

    @Override
    public Reply refusal(Call call, Refused refused) {
        return PaymentsGateError.reply(refused);
    }
}
