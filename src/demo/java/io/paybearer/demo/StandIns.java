// SPDX-License-Identifier: Apache-2.0
package io.paybearer.demo;

import io.paybearer.sandbox.BorderlessMerchant;
import io.paybearer.sandbox.OAuth2Authentication;
import io.paybearer.sandbox.OAuth2Client;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.PaymentsGateMerchant;
import io.paybearer.sandbox.StaticKeyMerchant;
import io.paybearer.sandbox.StaticKeyScheme;
import io.paybearer.sandbox.TwoCheckoutMerchant;
import io.paybearer.sandbox.TwoCheckoutRestMerchant;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Lays the sandbox under a sample: its merchant becomes known there, its base URI leads there, and its secret files are
 * replaced by ones that exist. Everything else stays as the sample says.
 */
final class StandIns {

    private final PaymentSandbox sandbox;
    private final DemoSecrets secrets;

    StandIns(PaymentSandbox sandbox, DemoSecrets secrets) {
        this.sandbox = sandbox;
        this.secrets = secrets;
    }

    /** The keys that have to be laid over the sample's. */
    Map<String, String> under(SampleFile sample) throws IOException {
        Map<String, String> overlay = new HashMap<>();
        overlay.put(sample.key("base-uri"), sandbox.uri().toString());
        switch (sample.provider()) {
            case "paymentsgate" -> paymentsGate(sample, overlay);
            case "2checkout" -> twoCheckout(sample, overlay);
            case "borderless" -> borderless(sample, overlay);
            case "oauth2" -> oauth2(sample, overlay);
            case "static" -> apiKey(sample, overlay);
            case "2checkout-rest" -> twoCheckoutRest(sample, overlay);
            default -> throw new IllegalArgumentException(sample + " is of no provider that the sandbox knows");
        }
        return overlay;
    }

    private void paymentsGate(SampleFile sample, Map<String, String> overlay) throws IOException {
        String pem = secret(sample, "public-key-file", DemoSecrets.publicKeyPem(), overlay);
        sandbox.register(new PaymentsGateMerchant(sample.value("account-id"), pem));
    }

    private void twoCheckout(SampleFile sample, Map<String, String> overlay) throws IOException {
        String word = secret(sample, "secret-word-file", DemoSecrets.random(), overlay);
        sandbox.register(new TwoCheckoutMerchant(sample.value("merchant-code"), word));
    }

    private void borderless(SampleFile sample, Map<String, String> overlay) throws IOException {
        String key = secret(sample, "secret-key-file", DemoSecrets.random(), overlay);
        boolean partner = sample.sets("partner-key-file");
        String partnerKey = partner ? secret(sample, "partner-key-file", DemoSecrets.random(), overlay) : null;
        Set<String> children = sample.sets("client-id") ? Set.of(sample.value("client-id")) : Set.of();
        sandbox.register(new BorderlessMerchant(sample.value("issuer-id"), key, partnerKey, children));
    }

    private void oauth2(SampleFile sample, Map<String, String> overlay) throws IOException {
        overlay.put(sample.key("token-uri"), sandbox.uri() + "/oauth2/token");
        String secret = secret(sample, "client-secret-file", DemoSecrets.randomAscii(), overlay);
        sandbox.register(new OAuth2Client(sample.value("client-id"), OAuth2Authentication.CLIENT_SECRET_BASIC, secret));
    }

    private void apiKey(SampleFile sample, Map<String, String> overlay) throws IOException {
        String key = secret(sample, "secret-file", DemoSecrets.randomAscii(), overlay);
        sandbox.register(
                new StaticKeyMerchant(sample.account(), StaticKeyScheme.BEARER, key, Set.of("Stripe-Version"), null));
    }

    private void twoCheckoutRest(SampleFile sample, Map<String, String> overlay) throws IOException {
        String key = secret(sample, "secret-key-file", DemoSecrets.random(), overlay);
        sandbox.register(new TwoCheckoutRestMerchant(sample.value("merchant-code"), key));
    }

    private String secret(SampleFile sample, String leaf, String secret, Map<String, String> overlay)
            throws IOException {
        overlay.put(sample.key(leaf), secrets.file(leaf, secret).toString());
        return secret;
    }
}
