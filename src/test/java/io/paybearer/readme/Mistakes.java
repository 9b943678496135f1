// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import java.util.List;

/** Configurations that people get wrong. In the files' names {@code ~} is the folder of secrets. */
final class Mistakes {

    private static final String SHOP = """
            paybearer.account.shop-eu.provider=2checkout
            paybearer.account.shop-eu.merchant-code=250111206876
            paybearer.account.shop-eu.secret-word=a secret word
            """;
    private static final String GATE = """
            paybearer.account.gate.provider=paymentsgate
            paybearer.account.gate.base-uri=https://secure.sandbox.paymentsgate.io
            paybearer.account.gate.account-id=0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0
            paybearer.account.gate.public-key-file=~/public_key.pem
            """;
    private static final String BANK = """
            paybearer.account.bank.provider=oauth2
            paybearer.account.bank.base-uri=https://api.bank.example
            paybearer.account.bank.token-uri=https://login.bank.example/token
            paybearer.account.bank.client-id=shop
            paybearer.account.bank.client-secret=a client secret
            """;
    private static final String KEY = """
            paybearer.account.key.provider=static
            paybearer.account.key.base-uri=https://api.keys.example
            paybearer.account.key.secret=a-secret-key
            """;

    private Mistakes() {}

    /**
     * One mistake.
     *
     * @param title what was done
     * @param properties the configuration
     */
    record Mistake(String title, String properties) {}

    static List<Mistake> all() {
        return List.of(
                shop("the provider is misspelt", "provider=2chekout"),
                shop("a key is misspelt", "merchant-cod=1"),
                shop("a key has capital letters", "Merchant-Code=1"),
                shop("a required key is empty", "merchant-code="),
                shop("a key of another provider", "issuer-id=1"),
                new Mistake("the prefix is misspelt", "paybearer.acount.shop-eu.provider=2checkout\n"),
                new Mistake("keys without a provider", "paybearer.account.shop-eu.merchant-code=1\n"),
                shop("a secret and its file", "secret-word-file=~/secret-word"),
                shop("no such file", "secret-word=\npaybearer.account.shop-eu.secret-word-file=~/secret-wrod"),
                shop("a folder as a file", "secret-word=\npaybearer.account.shop-eu.secret-word-file=~"),
                shop("an empty file", "secret-word=\npaybearer.account.shop-eu.secret-word-file=~/empty"),
                shop(
                        "the secret itself as the file's name",
                        "secret-word=\npaybearer.account.shop-eu.secret-word-file=s3cret"),
                shop("quotes around a secret", "secret-word=\"a secret word\""),
                shop("a blank after a secret", "secret-word=a secret word\\u0020"),
                shop("a control character in a secret", "secret-word=a secret\\u0000word"),
                shop("$ in a secret", "secret-word=a${secret}word"),
                shop("http", "base-uri=http://secure.2checkout.com"),
                shop("a host alone", "base-uri=secure.2checkout.com"),
                shop("a name in the URI", "base-uri=https://me@secure.2checkout.com"),
                shop("a query in the URI", "base-uri=https://secure.2checkout.com/?x=1"),
                shop("an underscore in a host", "base-uri=https://payments_gate"),
                shop("a duration in words", "token-lifetime=ten minutes"),
                shop("yes for true", "warm-up=yes"),
                shop("a proxy without a port", "proxy=proxy.example.com"),
                shop(
                        "a password at the proxy alone",
                        "proxy=proxy.example.com:8080\npaybearer.account.shop-eu.proxy-password=secret"),
                shop("a header that paybearer sets itself", "header.Authorization=Basic abc"),
                shop("a line break in a header", "header.X-Shop=a\\nb"),
                shop("Authorization as the tenant's header", "tenant-header=Authorization"),
                gate("no base-uri", "base-uri="),
                gate("a private key", "public-key-file=~/private_key.pem"),
                gate("a certificate as a public key", "public-key-file=~/certificate.pem"),
                gate("an ssh key as a public key", "public-key-file=~/id_rsa.pub"),
                gate("a trust store that is none", "trust-store=~/secret-word"),
                gate("a key store that is not there", "key-store=~/client.p12"),
                bank("a secret where a key signs", "client-authentication=private-key-jwt"),
                bank(
                        "a public key signs",
                        "client-authentication=private-key-jwt\npaybearer.account.bank.client-secret=\npaybearer.account.bank.signing-key-file=~/public_key.pem"),
                bank("an authentication that does not exist", "client-authentication=client_secret_basic"),
                bank("a refresh token is missing", "grant=refresh_token"),
                bank(
                        "a refresh token that rotates, in memory",
                        "grant=refresh_token\npaybearer.account.bank.refresh-token=r0"),
                bank("a parameter that paybearer sends itself", "parameter.grant_type=password"),
                key("Basic without a user", "scheme=Basic"),
                key("a scheme with a blank", "scheme=Bearer token"),
                new Mistake("the store is misspelt", SHOP + "paybearer.store=redsi\n"),
                new Mistake("a store without its address", SHOP + "paybearer.store=redis\n"),
                new Mistake(
                        "a key of the store that is too short",
                        GATE + "paybearer.store=redis\npaybearer.store.redis.uri=redis://127.0.0.1\n"
                                + "paybearer.store.encryption-keys=k1:c2hvcnQ=\n"),
                new Mistake("a name with a blank", "paybearer.account.shop eu.provider=2checkout\n"));
    }

    private static Mistake shop(String title, String change) {
        return new Mistake(title, SHOP + "paybearer.account.shop-eu." + change + "\n");
    }

    private static Mistake gate(String title, String change) {
        return new Mistake(title, GATE + "paybearer.account.gate." + change + "\n");
    }

    private static Mistake bank(String title, String change) {
        return new Mistake(title, BANK + "paybearer.account.bank." + change + "\n");
    }

    private static Mistake key(String title, String change) {
        return new Mistake(title, KEY + "paybearer.account.key." + change + "\n");
    }
}
