// SPDX-License-Identifier: Apache-2.0
package io.paybearer.harness;

import io.paybearer.sandbox.BorderlessMerchant;
import io.paybearer.sandbox.OAuth2Authentication;
import io.paybearer.sandbox.OAuth2Client;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.PaymentsGateMerchant;
import io.paybearer.sandbox.TwoCheckoutMerchant;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Merchants that the sandbox knows, and what their accounts are configured with. */
public final class TestMerchants {

    public static final String ACCOUNT_ID = "7d9f1e52-0a3b-4c6d-8e7f-112233445566";
    public static final String MERCHANT_CODE = "250111206876";
    public static final String SECRET_WORD = "Größe&<\"*#";
    public static final String ISSUER_ID = "cm5x0issuer0identifier001";
    public static final String SECRET_KEY = "3f2a9c1e-7b64-4d58-9e0f-1a2b3c4d5e6f";
    public static final String PARTNER_ISSUER_ID = "cm5x0issuer0identifier002";
    public static final String PARTNER_KEY = "pk_9d8c7b6a-5544";
    public static final String CLIENT_ID = "a client: 100% + more";
    public static final String CLIENT_SECRET = "s&=c%r+e:t ?";
    public static final Set<String> CHILDREN = Set.of("cl_1", "cl_2", "cl_3", "cl_4", "cl_5");

    private static final KeyPair KEYS = rsa();
    public static final String PUBLIC_PEM = pem("PUBLIC KEY", KEYS.getPublic().getEncoded());
    public static final String PRIVATE_PEM =
            pem("PRIVATE KEY", KEYS.getPrivate().getEncoded());

    /** A key that PaymentsGate does not know. */
    public static final String OTHER_PUBLIC_PEM =
            pem("PUBLIC KEY", rsa().getPublic().getEncoded());

    private TestMerchants() {}

    public static PaymentSandbox register(PaymentSandbox sandbox) {
        return sandbox.register(new PaymentsGateMerchant(ACCOUNT_ID, PUBLIC_PEM))
                .register(new TwoCheckoutMerchant(MERCHANT_CODE, SECRET_WORD))
                .register(new BorderlessMerchant(ISSUER_ID, SECRET_KEY, null, Set.of()))
                .register(new BorderlessMerchant(PARTNER_ISSUER_ID, SECRET_KEY, PARTNER_KEY, CHILDREN))
                .register(new OAuth2Client(CLIENT_ID, OAuth2Authentication.CLIENT_SECRET_BASIC, CLIENT_SECRET));
    }

    public static Map<String, String> oauth2(URI origin) {
        return Map.of(
                "provider",
                "oauth2",
                "base-uri",
                origin + "/oauth2/api",
                "token-uri",
                origin + "/oauth2/token",
                "client-id",
                CLIENT_ID,
                "client-secret",
                CLIENT_SECRET);
    }

    public static Map<String, String> paymentsGate(URI origin) {
        return Map.of(
                "provider",
                "paymentsgate",
                "base-uri",
                origin + "/deals",
                "account-id",
                ACCOUNT_ID,
                "public-key",
                PUBLIC_PEM);
    }

    public static Map<String, String> twoCheckout(URI origin) {
        return Map.of(
                "provider",
                "2checkout",
                "base-uri",
                origin + "/checkout",
                "merchant-code",
                MERCHANT_CODE,
                "secret-word",
                SECRET_WORD);
    }

    public static Map<String, String> borderless(URI origin) {
        return Map.of(
                "provider",
                "borderless",
                "base-uri",
                origin + "/payments",
                "issuer-id",
                ISSUER_ID,
                "secret-key",
                SECRET_KEY);
    }

    public static Map<String, String> borderlessPartner(URI origin) {
        return Map.of(
                "provider", "borderless",
                "base-uri", origin + "/contacts",
                "issuer-id", PARTNER_ISSUER_ID,
                "secret-key", SECRET_KEY,
                "partner-key", PARTNER_KEY);
    }

    public static String base64(String pem) {
        return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String pem(String title, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + title + "-----\n" + lines + "\n-----END " + title + "-----\n";
    }
}
