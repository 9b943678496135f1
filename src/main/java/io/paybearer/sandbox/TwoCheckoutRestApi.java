// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.time.Duration;
import java.util.Map;

/** The REST API 6.0 of 2Checkout. Each request carries a login that is signed for its moment; the body is not signed. */
final class TwoCheckoutRestApi implements Endpoint {

    private static final String LOGIN_HEADER = "X-Avangate-Authentication";
    /** The provider does not say how far a date may be off. */
    static final Duration FARTHEST = Duration.ofMinutes(5);

    private final Merchants merchants;
    private final SandboxSettings settings;

    TwoCheckoutRestApi(Merchants merchants, SandboxSettings settings) {
        this.merchants = merchants;
        this.settings = settings;
    }

    /** A 401 has no challenge: there is no token that it could be about. */
    @Override
    public Place place() {
        return new Place(Provider.TWO_CHECKOUT_REST, Paths.below("/rest/6.0"), false);
    }

    @Override
    public Reply answer(Call call) {
        TwoCheckoutLogin login = TwoCheckoutLogin.parse(
                call.header(LOGIN_HEADER).orElseThrow(() -> Refused.unauthorized("no " + LOGIN_HEADER + " header")));
        TwoCheckoutRestMerchant merchant = merchants
                .find(TwoCheckoutRestMerchant.class, login.code())
                .orElseThrow(() -> Refused.unauthorized("login's code is not a known merchant code"));
        login.requireHash(merchant.secretKey());
        requireNear(login);
        return Reply.json(Map.of("actedFor", merchant.code()));
    }

    @Override
    public Reply refusal(Call call, Refused refused) {
        String code = refused.status() == 401 ? "AUTHENTICATION_FAILED" : "BAD_REQUEST";
        return refused.reply(Map.of("error_code", code, "message", refused.reason()));
    }

    private void requireNear(TwoCheckoutLogin login) {
        Duration off = Duration.between(login.instant(), settings.now()).abs();
        if (off.compareTo(FARTHEST) > 0) {
            throw Refused.unauthorized("login's date is more than " + FARTHEST.toMinutes() + " minutes off");
        }
    }
}
