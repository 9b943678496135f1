// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/** 2Checkout's Signature Generation API, which reads the token in {@code merchant-token}. */
final class TwoCheckoutSignature implements Endpoint {

    static final String PATH = "/checkout/api/encrypt/generate/signature";
    private static final String TOKEN_HEADER = "merchant-token";

    static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(30);

    private final Merchants merchants;
    private final SandboxSettings settings;

    TwoCheckoutSignature(Merchants merchants, SandboxSettings settings) {
        this.merchants = merchants;
        this.settings = settings;
    }

    @Override
    public Place place() {
        return new Place(Provider.TWO_CHECKOUT, Paths.exactly(PATH), true);
    }

    @Override
    public Reply answer(Call call) {
        call.requirePost();
        TwoCheckoutMerchant merchant = verified(Jws.parse(token(call)));
        call.json();
        byte[] signature = Hmac.sign("HmacSHA256", merchant.secretWord(), call.body());
        return Reply.json(Map.of("signature", HexFormat.of().formatHex(signature)));
    }

    private static String token(Call call) {
        String token = call.header(TOKEN_HEADER).orElse("");
        String authorization = call.header("Authorization").orElse("Bearer " + token);
        if (token.isEmpty()) {
            throw Refused.unauthorized("no merchant-token header");
        }
        if (!authorization.equals("Bearer " + token)) {
            throw Refused.unauthorized("Authorization does not carry the token of merchant-token");
        }
        return token;
    }

    private TwoCheckoutMerchant verified(Jws jws) {
        jws.requireHeader("HS512");
        TwoCheckoutMerchant merchant = jws.claims()
                .text("sub")
                .flatMap(code -> merchants.find(TwoCheckoutMerchant.class, code))
                .orElseThrow(() -> Refused.unauthorized("token's sub is not a known merchant code"));
        jws.requireSignature("HmacSHA512", merchant.secretWord());
        requireCurrent(Validity.ofNumbersOrDigits(jws.claims()));
        return merchant;
    }

    private void requireCurrent(Validity validity) {
        Instant now = settings.now();
        validity.requireIssuedBy(now);
        validity.requireUnexpired(now);
        if (validity.expiresAt().isEmpty()) {
            validity.requireYounger(now, DEFAULT_LIFETIME);
        }
    }
}
