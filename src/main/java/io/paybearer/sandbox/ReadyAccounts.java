// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The made-up merchants of PaymentsGate, 2Checkout and borderless. Their secrets are in this source. */
final class ReadyAccounts {

    private static final String PUBLIC_KEY = """
            -----BEGIN PUBLIC KEY-----
            MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA+0RfH8fzhNTP4Ato0OGq
            aRIdZFJwW8Is3/dRbIorlz1h2fGag/En3aT9w6HuKRodvy2Q6VaV96/rlPVMYlX6
            3p4D1GjiIof7K1NR8lQr5gAGieGgn4r5MsQFGdBq9L8XMBbM79P0tlZfQbr11o1f
            Bilauq4zv4hVHjuNlDVXoR4ZJGn8irwy5s2e8S0wtlFQntv1Z8OaTiPVMObItP2G
            I8hYuJGTtd97x1p3wZ3kaHeaJVUIWWK3HUbCn1R/7/DCV/ntU72DhotMiIiv45Zi
            K3tZch43Pmxkl1f8cJyuQuBixoGHg2x8kmZVKFT0ezaYsfJ6CmXcoG0yf4+tlvX3
            WQIDAQAB
            -----END PUBLIC KEY-----
            """;
    private static final String MERCHANT_CODE = "250111206876";
    private static final String SECRET_KEY = "00000000-0000-4000-8000-00000000beef";

    private ReadyAccounts() {}

    static ReadyAccount paymentsGate() {
        String id = "00000000-0000-4000-8000-00000000cafe";
        String key = Base64.getEncoder().encodeToString(PUBLIC_KEY.getBytes(StandardCharsets.UTF_8));
        return new ReadyAccount(
                "paymentsgate",
                List.of("/deals", "/wallet", "/banks", "/fx", "/support"),
                new PaymentsGateMerchant(id, PUBLIC_KEY),
                ReadyAccount.leaves("account-id", id, "public-key", key),
                List.of("public-key-file", "token-uri", "refresh-uri", "proxy"));
    }

    static ReadyAccount twoCheckout() {
        String word = "sandbox-secret-word";
        return new ReadyAccount(
                "2checkout",
                List.of("/checkout"),
                new TwoCheckoutMerchant(MERCHANT_CODE, word),
                ReadyAccount.leaves("merchant-code", MERCHANT_CODE, "secret-word", word),
                List.of("secret-word-file", "proxy"));
    }

    static ReadyAccount twoCheckoutRest() {
        String key = "sandbox-secret-key";
        return new ReadyAccount(
                "2checkout-rest",
                List.of("/rest/6.0"),
                new TwoCheckoutRestMerchant(MERCHANT_CODE, key),
                ReadyAccount.leaves("merchant-code", MERCHANT_CODE, "secret-key", key),
                List.of("secret-key-file", "proxy"));
    }

    static ReadyAccount borderless() {
        String id = "sandbox000000000issuer001";
        return borderless(id, null, Set.of(), "issuer-id", id, "secret-key", SECRET_KEY);
    }

    static ReadyAccount borderlessPartner() {
        String id = "sandbox000000000issuer002";
        String partner = "sandbox-partner-key";
        Set<String> children = Set.of("cl_1", "cl_2", "cl_3");
        return borderless(id, partner, children, "issuer-id", id, "secret-key", SECRET_KEY, "partner-key", partner);
    }

    private static ReadyAccount borderless(
            String id, @Nullable String partnerKey, Set<String> children, String... leaves) {
        return new ReadyAccount(
                "borderless",
                List.of("/payments", "/contacts", "/externalContact", "/zoneCodes"),
                new BorderlessMerchant(id, SECRET_KEY, partnerKey, children),
                ReadyAccount.leaves(leaves),
                List.of("secret-key-file", "partner-key", "partner-key-file", "token-uri", "proxy"));
    }
}
