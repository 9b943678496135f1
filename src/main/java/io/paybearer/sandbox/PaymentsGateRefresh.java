// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

/** The endpoint at which PaymentsGate exchanges a refresh token for a new pair. */
final class PaymentsGateRefresh implements Endpoint {

    static final String PATH = "/auth/token/refresh";

    private final IssuedTokens issued;
    private final SandboxSettings settings;

    PaymentsGateRefresh(IssuedTokens issued, SandboxSettings settings) {
        this.issued = issued;
        this.settings = settings;
    }

    @Override
    public Provider provider() {
        return Provider.PAYMENTSGATE;
    }

    @Override
    public boolean owns(String path) {
        return path.equals(PATH);
    }

    @Override
    public boolean challenges() {
        return false;
    }

    @Override
    public Reply answer(Call call) {
        call.requirePost();
        String accessToken = call.bearerToken();
        TokenPair old = issued.spend(call.json().requiredText("refresh_token"), accessToken);
        return PaymentsGateTokens.issue(issued, settings, old.accountId());
    }
}
