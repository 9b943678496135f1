// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The made-up clients of the OAuth 2.0 server. Their secrets are in this source. */
final class ReadyClients {

    private static final String SCOPE = "payments";
    private static final String SECRET = "sandbox-client-secret";
    private static final String REFRESH_TOKEN = "sandbox-refresh-token";
    private static final String KEY_ID = "sandbox-key";
    /** On one line, so that it is one line of a file of properties. */
    private static final String PRIVATE_KEY =
            "-----BEGIN PRIVATE KEY-----MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgvt6pExdnK2G4oVEG"
                    + "1PB1HEJsglxjNdRCjRU4u6CDTDKhRANCAAS1Gwcb4BKeb14WG8S1ps/3Mpz95/wyGlH3sBqdg9R/fiW3YxbD"
                    + "TEy7BUSP49Vn/6ckl3/5j0iFB6wcWZsWssY1-----END PRIVATE KEY-----";

    private static final String PUBLIC_KEY = """
            -----BEGIN PUBLIC KEY-----
            MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEtRsHG+ASnm9eFhvEtabP9zKc/ef8
            MhpR97AanYPUf34lt2MWw0xMuwVEj+PVZ/+nJJd/+Y9IhQesHFmbFrLGNQ==
            -----END PUBLIC KEY-----
            """;

    private ReadyClients() {}

    static ReadyAccount basic() {
        OAuth2Client client = new OAuth2Client("sandbox-client", OAuth2Authentication.CLIENT_SECRET_BASIC, SECRET);
        return account(client, "client-authentication", "basic", "client-secret", SECRET);
    }

    static ReadyAccount signed() {
        OAuth2Client client = new OAuth2Client(
                        "sandbox-signing-client", OAuth2Authentication.PRIVATE_KEY_JWT, PUBLIC_KEY)
                .withKeyId(KEY_ID);
        return account(
                client, "client-authentication", "private-key-jwt", "signing-key", PRIVATE_KEY, "key-id", KEY_ID);
    }

    static ReadyAccount refreshing() {
        OAuth2Client client = new OAuth2Client(
                        "sandbox-refreshing-client", OAuth2Authentication.CLIENT_SECRET_POST, SECRET)
                .withLastingRefreshToken(REFRESH_TOKEN);
        return account(
                client,
                "client-authentication",
                "post",
                "client-secret",
                SECRET,
                "grant",
                "refresh_token",
                "refresh-token",
                REFRESH_TOKEN,
                "refresh-token-rotates",
                "false");
    }

    private static ReadyAccount account(OAuth2Client client, String... more) {
        Map<String, String> leaves = new LinkedHashMap<>();
        leaves.put("token-uri", "{sandbox}" + OAuth2TokenEndpoint.PATH);
        leaves.put("client-id", client.clientId());
        leaves.putAll(ReadyAccount.leaves(more));
        leaves.put("scope", SCOPE);
        return new ReadyAccount(
                "oauth2",
                List.of("/oauth2/api"),
                client.withScopes(SCOPE),
                leaves,
                List.of(
                        "client-secret",
                        "client-secret-file",
                        "grant",
                        "refresh-token",
                        "refresh-token-file",
                        "refresh-token-rotates",
                        "signing-key",
                        "signing-key-file",
                        "signing-algorithm",
                        "key-id",
                        "assertion-audience",
                        "proxy"));
    }
}
