// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import io.paybearer.Secret;
import io.paybearer.spi.TokenStore;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.SetParams;

/**
 * Redis as a store. An entry is named {@code paybearer:<key>} and is deleted a day after it was last written. Each operation
 * opens a connection: a token needs only a few operations in its life, and no connection can break between them.
 * Thread-safe.
 */
final class RedisTokenStore implements TokenStore {

    private static final String PREFIX = "paybearer:";
    private static final long KEPT_MILLIS = Duration.ofDays(1).toMillis();
    private static final SetParams IF_ABSENT = SetParams.setParams().nx().px(KEPT_MILLIS);

    private static final String COMPARE_AND_SET = """
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
            return 1""";

    private final Secret uri;
    private final int timeoutMillis;

    RedisTokenStore(Secret uri, Duration timeout) {
        this.uri = uri;
        this.timeoutMillis = (int) timeout.toMillis();
    }

    @Override
    public @Nullable String get(String key) {
        return connected(redis -> redis.get(PREFIX + key));
    }

    @Override
    public boolean putIfAbsent(String key, String value) {
        return connected(redis -> redis.set(PREFIX + key, value, IF_ABSENT)) != null;
    }

    @Override
    public boolean replace(String key, String expected, String value) {
        List<String> arguments = List.of(expected, value, String.valueOf(KEPT_MILLIS));
        return Long.valueOf(1)
                .equals(connected(redis -> redis.eval(COMPARE_AND_SET, List.of(PREFIX + key), arguments)));
    }

    private <T extends @Nullable Object> T connected(Function<Jedis, T> operation) {
        try (Jedis redis = new Jedis(URI.create(uri.reveal()), timeoutMillis)) {
            return operation.apply(redis);
        }
    }
}
