// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The API of borderless. Its answer names the account for which the call acted. */
final class BorderlessApi implements Endpoint {

    static final Duration LIFETIME = Duration.ofMinutes(15);

    private final Merchants merchants;
    private final SandboxSettings settings;

    BorderlessApi(Merchants merchants, SandboxSettings settings) {
        this.merchants = merchants;
        this.settings = settings;
    }

    @Override
    public Place place() {
        return Place.api(Provider.BORDERLESS, "/payments", "/contacts", "/externalContact", "/zoneCodes");
    }

    @Override
    public Reply answer(Call call) {
        BorderlessMerchant merchant = verified(Jws.parse(call.bearerToken()));
        Optional<String> clientId = call.header("Client-Id");
        if (clientId.isPresent() && !merchant.clientIds().contains(clientId.get())) {
            throw new Refused(403, "Client-Id is not a child account of the issuer");
        }
        return Reply.json(Map.of("actedFor", clientId.orElse(merchant.issuerId())));
    }

    private BorderlessMerchant verified(Jws jws) {
        jws.requireHeader("HS256");
        BorderlessMerchant merchant = jws.claims()
                .text("issuer")
                .flatMap(issuer -> merchants.find(BorderlessMerchant.class, issuer))
                .orElseThrow(() -> Refused.unauthorized("token's issuer is not a known account"));
        jws.requireSignature("HmacSHA256", merchant.secretKey());
        requirePartnerKey(merchant, jws.claims());
        requireCurrent(Validity.of(jws.claims()));
        return merchant;
    }

    private static void requirePartnerKey(BorderlessMerchant merchant, JsonObject claims) {
        boolean isText = !claims.has("partnerKey") || claims.text("partnerKey").isPresent();
        if (!isText || !merchant.acceptsPartnerKey(claims.text("partnerKey"))) {
            throw Refused.unauthorized("token's partnerKey is not the account's");
        }
    }

    private void requireCurrent(Validity validity) {
        Instant now = settings.now();
        validity.requireIssuedBy(now);
        validity.requireUnexpired(now);
        validity.requireYounger(now, LIFETIME);
    }
}
