// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The endpoint at which PaymentsGate issues a first pair of tokens for an account and its public key. */
final class PaymentsGateTokens implements Endpoint {

    static final String PATH = "/auth/token";

    private final Merchants merchants;
    private final IssuedTokens issued;
    private final SandboxSettings settings;
    private final AtomicInteger privateKeys;

    PaymentsGateTokens(Merchants merchants, IssuedTokens issued, SandboxSettings settings, AtomicInteger privateKeys) {
        this.merchants = merchants;
        this.issued = issued;
        this.settings = settings;
        this.privateKeys = privateKeys;
    }

    @Override
    public Place place() {
        return Place.login(Provider.PAYMENTSGATE, PATH);
    }

    @Override
    public Reply answer(Call call) {
        call.requirePost();
        JsonObject body = call.json();
        PublicKey key = publicKey(body.requiredText("public_key"));
        PaymentsGateMerchant merchant = merchants
                .find(PaymentsGateMerchant.class, body.requiredText("account_id"))
                .filter(known -> PublicKeyPem.rsaKey(known.publicKeyPem()).equals(Optional.of(key)))
                .orElseThrow(() -> Refused.unauthorized("account_id is unknown or public_key is not its key"));
        return issue(issued, settings, merchant.accountId());
    }

    @Override
    public Reply refusal(Call call, Refused refused) {
        return PaymentsGateError.reply(refused);
    }

    /** The answer with a new pair, which a refresh gets as well. */
    static Reply issue(IssuedTokens issued, SandboxSettings settings, String accountId) {
        Instant now = settings.now();
        Duration lifetime = settings.tokenLifetime();
        TokenPair pair = issued.issue(accountId, now, now.plus(lifetime));
        return Reply.json(Map.of(
                "access_token", pair.accessToken(),
                "refresh_token", pair.refreshToken(),
                "expires_in", lifetime.toSeconds()));
    }

    private PublicKey publicKey(String text) {
        if (RsaKeyText.holdsPrivateKey(text)) {
            privateKeys.incrementAndGet();
            throw Refused.badRequest("public_key holds a private key");
        }
        return RsaKeyText.encodedPublicKey(text)
                .orElseThrow(() -> Refused.badRequest("public_key is not the Base64 of an RSA public key's PEM text"));
    }
}
