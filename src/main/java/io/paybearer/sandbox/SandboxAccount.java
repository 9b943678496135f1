// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A made-up merchant for each kind of account, with the configuration keys by which an application uses it. Its secrets are
 * in this source, so everybody knows them.
 */
public enum SandboxAccount {
    /** A merchant of PaymentsGate. */
    PAYMENTSGATE("paymentsgate", "/deals,/wallet,/banks,/fx,/support"),
    /** A merchant of 2Checkout. */
    TWO_CHECKOUT("2checkout", "/checkout"),
    /** An account of borderless without a partner key. */
    BORDERLESS("borderless", "/payments,/contacts,/externalContact,/zoneCodes"),
    /** A partner of borderless with the child accounts {@code cl_1}, {@code cl_2} and {@code cl_3}. */
    BORDERLESS_PARTNER("borderless", "/payments,/contacts,/externalContact,/zoneCodes");

    private static final String ACCOUNT_ID = "00000000-0000-4000-8000-00000000cafe";
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
    private static final String SECRET_WORD = "sandbox-secret-word";
    private static final String ISSUER_ID = "sandbox000000000issuer001";
    private static final String PARTNER_ISSUER_ID = "sandbox000000000issuer002";
    private static final String SECRET_KEY = "00000000-0000-4000-8000-00000000beef";
    private static final String PARTNER_KEY = "sandbox-partner-key";
    private static final Set<String> CHILDREN = Set.of("cl_1", "cl_2", "cl_3");

    private static final Map<String, List<String>> OVERRIDDEN = Map.of(
            "paymentsgate", List.of("public-key-file", "token-uri", "refresh-uri", "proxy"),
            "2checkout", List.of("secret-word-file", "proxy"),
            "borderless", List.of("secret-key-file", "partner-key", "partner-key-file", "token-uri", "proxy"));

    private final String provider;
    private final String paths;

    SandboxAccount(String provider, String paths) {
        this.provider = provider;
        this.paths = paths;
    }

    /**
     * Makes the merchant known to a sandbox.
     *
     * @param sandbox the sandbox
     */
    public void register(PaymentSandbox sandbox) {
        switch (this) {
            case PAYMENTSGATE -> sandbox.register(new PaymentsGateMerchant(ACCOUNT_ID, PUBLIC_KEY));
            case TWO_CHECKOUT -> sandbox.register(new TwoCheckoutMerchant(MERCHANT_CODE, SECRET_WORD));
            case BORDERLESS -> sandbox.register(new BorderlessMerchant(ISSUER_ID, SECRET_KEY, null, Set.of()));
            case BORDERLESS_PARTNER ->
                sandbox.register(new BorderlessMerchant(PARTNER_ISSUER_ID, SECRET_KEY, PARTNER_KEY, CHILDREN));
        }
    }

    /**
     * The keys that an application has to configure. {@code base-uri} names the sandbox first and then the provider's paths
     * at the sandbox, so that a request's URI tells which of several providers it is for.
     *
     * @param name what the application calls the account
     * @param sandbox where the sandbox listens
     * @return full keys and their values, in a fixed order
     */
    public Map<String, String> keys(String name, URI sandbox) {
        return named(name, leaves(sandbox));
    }

    /**
     * The keys by which a configured application is led to the sandbox: those of {@link #keys}, and an empty text for each
     * key that would contradict them, such as {@code secret-word-file}.
     *
     * @param name what the application calls the account
     * @param sandbox where the sandbox listens
     * @return full keys and their values
     */
    public Map<String, String> overridingKeys(String name, URI sandbox) {
        Map<String, String> leaves = new LinkedHashMap<>();
        OVERRIDDEN.getOrDefault(provider, List.of()).forEach(leaf -> leaves.put(leaf, ""));
        leaves.putAll(leaves(sandbox));
        return named(name, leaves);
    }

    private static Map<String, String> named(String name, Map<String, String> leaves) {
        Map<String, String> keys = new LinkedHashMap<>();
        leaves.forEach((leaf, value) -> keys.put("paybearer.account." + name + "." + leaf, value));
        return keys;
    }

    private Map<String, String> leaves(URI sandbox) {
        Map<String, String> leaves = new LinkedHashMap<>();
        leaves.put("provider", provider);
        leaves.put("base-uri", baseUris(sandbox));
        switch (this) {
            case PAYMENTSGATE -> {
                leaves.put("account-id", ACCOUNT_ID);
                leaves.put(
                        "public-key", Base64.getEncoder().encodeToString(PUBLIC_KEY.getBytes(StandardCharsets.UTF_8)));
            }
            case TWO_CHECKOUT -> {
                leaves.put("merchant-code", MERCHANT_CODE);
                leaves.put("secret-word", SECRET_WORD);
            }
            case BORDERLESS -> {
                leaves.put("issuer-id", ISSUER_ID);
                leaves.put("secret-key", SECRET_KEY);
            }
            case BORDERLESS_PARTNER -> {
                leaves.put("issuer-id", PARTNER_ISSUER_ID);
                leaves.put("secret-key", SECRET_KEY);
                leaves.put("partner-key", PARTNER_KEY);
            }
        }
        return leaves;
    }

    private String baseUris(URI sandbox) {
        return sandbox + "," + sandbox + paths.replace(",", "," + sandbox);
    }
}
