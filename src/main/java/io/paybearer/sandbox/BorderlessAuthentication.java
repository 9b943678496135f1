// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.HashMap;
import java.util.Map;

/** The endpoint at which borderless mints a token for a merchant that does not mint its own. */
final class BorderlessAuthentication implements Endpoint {

    static final String PATH = "/authentication";

    private final Merchants merchants;
    private final SandboxSettings settings;

    BorderlessAuthentication(Merchants merchants, SandboxSettings settings) {
        this.merchants = merchants;
        this.settings = settings;
    }

    @Override
    public Place place() {
        return Place.login(Provider.BORDERLESS, PATH);
    }

    @Override
    public Reply answer(Call call) {
        call.requirePost();
        if (call.headers().containsKey("Client-Id")) {
            throw Refused.badRequest("Client-Id at the authentication endpoint");
        }
        return settings.tokenAnswer().reply(mint(known(call.json())));
    }

    private BorderlessMerchant known(JsonObject body) {
        String secretKey = body.requiredText("secretKey");
        return merchants
                .find(BorderlessMerchant.class, body.requiredText("issuer"))
                .filter(merchant -> SameText.same(merchant.secretKey(), secretKey))
                .filter(merchant -> merchant.acceptsPartnerKey(body.optionalText("partnerKey")))
                .orElseThrow(() -> Refused.unauthorized("issuer, secretKey or partnerKey is wrong"));
    }

    private String mint(BorderlessMerchant merchant) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("issuer", merchant.issuerId());
        claims.put("iat", settings.now().getEpochSecond());
        if (merchant.partnerKey() != null) {
            claims.put("partnerKey", merchant.partnerKey());
        }
        return Jws.sign(claims, merchant.secretKey());
    }
}
