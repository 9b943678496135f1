// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.spi.TokenIssuerProvider;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the configuration keys. */
final class Keys {

    static final String ROOT = "paybearer.";
    static final String ACCOUNTS = "paybearer.accounts";
    static final String ACCOUNT = "paybearer.account.";
    static final String STORE = "paybearer.store";

    static final String ENCRYPTION_KEYS = "encryption-keys";
    static final String JCACHE_PROVIDER = "jcache.provider";
    static final String JCACHE_URI = "jcache.uri";
    static final String JCACHE_CACHE = "jcache.cache";
    static final String REDIS_URI = "redis.uri";

    static final String PROVIDER = "provider";
    static final String BASE_URI = "base-uri";
    static final String REST_CLIENTS = "rest-clients";
    static final String TOKEN_HEADERS = "token-headers";
    static final String TOKEN_LIFETIME = "token-lifetime";
    static final String CLOCK_SKEW = "clock-skew";
    static final String REFRESH_MARGIN = "refresh-margin";
    static final String REPLAY_UNAUTHORIZED = "replay-unauthorized";
    static final String REDIRECTS_ARE_OFF = "redirects-are-off";
    static final String ALLOW_HTTP = "allow-http";
    static final String CONNECT_TIMEOUT = "connect-timeout";
    static final String READ_TIMEOUT = "read-timeout";
    static final String PROXY = "proxy";
    static final String TRUST_STORE = "trust-store";
    static final String TRUST_STORE_PASSWORD = "trust-store-password";
    static final String CLIENT_ID = "client-id";

    static final String FILE_SUFFIX = "-file";

    /** The keys below {@code paybearer.store}. */
    static final Set<String> STORE_LEAVES = Set.of(
            ENCRYPTION_KEYS,
            ENCRYPTION_KEYS + FILE_SUFFIX,
            JCACHE_PROVIDER,
            JCACHE_URI,
            JCACHE_CACHE,
            REDIS_URI,
            REDIS_URI + FILE_SUFFIX);

    /** The keys that belong to no account. */
    static final Set<String> GLOBAL = Stream.concat(
                    Stream.of(ACCOUNTS, STORE), STORE_LEAVES.stream().map(leaf -> STORE + "." + leaf))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> COMMON = Set.of(
            PROVIDER,
            BASE_URI,
            REST_CLIENTS,
            TOKEN_HEADERS,
            TOKEN_LIFETIME,
            CLOCK_SKEW,
            REFRESH_MARGIN,
            REPLAY_UNAUTHORIZED,
            REDIRECTS_ARE_OFF,
            ALLOW_HTTP,
            CONNECT_TIMEOUT,
            READ_TIMEOUT,
            PROXY,
            TRUST_STORE,
            TRUST_STORE_PASSWORD,
            TRUST_STORE_PASSWORD + FILE_SUFFIX);

    private Keys() {}

    static String of(String account, String leaf) {
        return ACCOUNT + account + "." + leaf;
    }

    /** The leaf keys that accounts of one provider have. */
    static Set<String> of(TokenIssuerProvider provider) {
        Set<String> keys = new TreeSet<>(COMMON);
        keys.addAll(provider.keys());
        provider.secretKeys().forEach(key -> keys.add(key + FILE_SUFFIX));
        if (provider.supportsClientId()) {
            keys.add(CLIENT_ID);
        }
        return keys;
    }

    /** Whether a leaf key holds a secret itself, not the name of a file. */
    static boolean secret(TokenIssuerProvider provider, String leaf) {
        return provider.secretKeys().contains(leaf) || leaf.equals(TRUST_STORE_PASSWORD);
    }
}
