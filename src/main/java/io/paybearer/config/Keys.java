// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.spi.TokenIssuerProvider;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
    static final String PROXY_USER = "proxy-user";
    static final String PROXY_PASSWORD = "proxy-password";
    static final String WARM_UP = "warm-up";
    static final String READINESS = "readiness";
    static final String KEY_STORE = "key-store";
    static final String KEY_STORE_PASSWORD = "key-store-password";
    static final String TRUST_STORE = "trust-store";
    static final String TRUST_STORE_PASSWORD = "trust-store-password";
    static final String CLIENT_ID = "client-id";
    static final String TENANT_HEADER = "tenant-header";

    /** What the keys of constant headers begin with; the header's name follows. */
    static final String HEADER = "header.";

    /** What the keys of constant headers begin with whose values are in files. */
    static final String HEADER_FILE = "header-file.";

    /** A leaf that ends so stands for all leaves with what comes before: {@code header.*}. */
    static final String ANY = "*";

    static final String FILE_SUFFIX = "-file";

    /** What the keys of the store begin with. */
    static final String STORE_PREFIX = STORE + ".";

    /** The leaves below {@code paybearer.store.} that hold secrets. */
    static final Set<String> STORE_SECRETS = Set.of(ENCRYPTION_KEYS, REDIS_URI);

    /** The leaves below {@code paybearer.store.}. */
    static final Set<String> STORE_LEAVES =
            Set.copyOf(withFiles(Set.of(JCACHE_PROVIDER, JCACHE_URI, JCACHE_CACHE), STORE_SECRETS));

    /** The full keys that belong to no account. */
    static final Set<String> GLOBAL = global();

    /** The leaves whose value is a list, written with commas or as one key for each item, such as {@code base-uri[0]}. */
    static final Set<String> LISTS = Set.of(BASE_URI, REST_CLIENTS, TOKEN_HEADERS, ENCRYPTION_KEYS);

    private static final Set<String> COMMON = Set.of(
            PROVIDER,
            BASE_URI,
            REST_CLIENTS,
            TOKEN_HEADERS,
            TENANT_HEADER,
            HEADER + ANY,
            HEADER_FILE + ANY,
            TOKEN_LIFETIME,
            CLOCK_SKEW,
            REFRESH_MARGIN,
            REPLAY_UNAUTHORIZED,
            REDIRECTS_ARE_OFF,
            ALLOW_HTTP,
            CONNECT_TIMEOUT,
            READ_TIMEOUT,
            PROXY,
            PROXY_USER,
            WARM_UP,
            READINESS,
            KEY_STORE,
            TRUST_STORE);

    private Keys() {}

    private static Set<String> global() {
        Set<String> global = new TreeSet<>(Set.of(ACCOUNTS, STORE));
        for (String leaf : STORE_LEAVES) {
            global.add(STORE_PREFIX + leaf);
        }
        return Set.copyOf(global);
    }

    /** The full key of an account's leaf. */
    static String of(String account, String leaf) {
        return ACCOUNT + account + "." + leaf;
    }

    /** The leaf keys that accounts of a provider have. */
    static Set<String> of(TokenIssuerProvider provider) {
        Set<String> leaves = withFiles(COMMON, secrets(provider));
        leaves.addAll(provider.keys());
        if (provider.defaultTenantHeader().isPresent()) {
            leaves.add(CLIENT_ID);
        }
        return leaves;
    }

    /** The leaf keys that hold secrets themselves, not the names of files. */
    static Set<String> secrets(TokenIssuerProvider provider) {
        Set<String> secrets = new TreeSet<>(provider.secretKeys());
        secrets.addAll(List.of(PROXY_PASSWORD, KEY_STORE_PASSWORD, TRUST_STORE_PASSWORD));
        return secrets;
    }

    private static Set<String> withFiles(Set<String> leaves, Set<String> secrets) {
        Set<String> all = new TreeSet<>(leaves);
        for (String leaf : secrets) {
            all.add(leaf);
            all.add(leaf + FILE_SUFFIX);
        }
        return all;
    }

    /** Whether a leaf is among others, or one of those that a leaf such as {@code header.*} stands for. */
    static boolean contain(Set<String> leaves, String leaf) {
        int dot = leaf.indexOf('.');
        return leaves.contains(leaf) || (dot > 0 && leaves.contains(leaf.substring(0, dot + 1) + ANY));
    }

    /** Whether a key holds a list: {@code paybearer.accounts}, and each key that ends in a leaf of {@link #LISTS}. */
    static boolean list(String key) {
        return key.equals(ACCOUNTS) || LISTS.contains(key.substring(key.lastIndexOf('.') + 1));
    }

    /** The key of the whole list for the key of an item: {@code base-uri} for {@code base-uri[0]}. Other keys stay the same. */
    static String withoutIndex(String key) {
        int bracket = key.lastIndexOf('[');
        return index(key, bracket) < 0 || !list(key.substring(0, bracket)) ? key : key.substring(0, bracket);
    }

    /** The number in brackets at the end of a key; -1 if there is none. */
    static int index(String key, int bracket) {
        boolean closed = bracket > 0 && key.endsWith("]");
        return closed ? number(key, bracket + 1, key.length() - 1) : -1;
    }

    /** The number of up to four digits that stands there, without leading zeros; -1 if there is none. */
    static int number(String text, int from, int end) {
        boolean odd = end <= from || end - from > 4 || (text.charAt(from) == '0' && end - from > 1);
        int number = odd ? -1 : 0;
        for (int i = from; i < end && number >= 0; i++) {
            int digit = text.charAt(i) - '0';
            number = digit >= 0 && digit <= 9 ? number * 10 + digit : -1;
        }
        return number;
    }

    /** Where the dot behind the account's name is in a key such as {@code paybearer.account.shop.proxy}; -1 in other keys. */
    static int endOfAccount(String key) {
        return key.startsWith(ACCOUNT) ? key.indexOf('.', ACCOUNT.length()) : -1;
    }
}
