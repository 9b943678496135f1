// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.List;

/** The made-up merchants with keys that never change. Their keys are in this source. */
final class ReadyKeys {

    private static final String KEY = "sandbox-api-key";

    private ReadyKeys() {}

    static ReadyAccount bearer() {
        return account("sandbox-merchant", StaticKeyScheme.BEARER, "secret", KEY, "scheme", "Bearer");
    }

    static ReadyAccount basic() {
        String name = "sandbox-user";
        return account(name, StaticKeyScheme.BASIC, "secret", KEY, "scheme", "Basic", "username", name);
    }

    static ReadyAccount apiKey() {
        return account(
                "sandbox-key-merchant",
                StaticKeyScheme.API_KEY,
                "secret",
                KEY,
                "scheme",
                "none",
                "token-headers",
                "x-API-key");
    }

    private static ReadyAccount account(String name, StaticKeyScheme scheme, String... leaves) {
        return new ReadyAccount(
                "static",
                List.of("/static"),
                new StaticKeyMerchant(name, scheme, KEY),
                ReadyAccount.leaves(leaves),
                List.of("secret-file", "username", "token-headers", "proxy"));
    }
}
