// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.Secret;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The URI of Redis is complete, or the application does not start. */
class RedisUriTest {

    private static final String KEY = "paybearer.store.redis.uri";

    private static TestConfig with(String uri) {
        return TestConfig.shop()
                .property("paybearer.store", "redis")
                .property(
                        "paybearer.store.encryption-keys",
                        "k:" + Base64.getEncoder().encodeToString(new byte[32]))
                .property(KEY, uri);
    }

    @ParameterizedTest
    @CsvSource({
        "redis://localhost, redis://localhost:6379/0",
        "redis://localhost:, redis://localhost:6379/0",
        "redis://localhost/, redis://localhost:6379/0",
        "'  redis://localhost:6380\n', redis://localhost:6380/0",
        "redis://[::1], redis://[::1]:6379/0",
        "REDISS://redis.example.com/3, rediss://redis.example.com:6379/3",
        "redis://:hidden@localhost, redis://:hidden@localhost:6379/0",
        "rediss://me:hidden@redis.example.com:6380/1, rediss://me:hidden@redis.example.com:6380/1",
        "redis://me:hid%40den:%2F@localhost, redis://me:hid%40den:%2F@localhost:6379/0"
    })
    void uri_isCompleted_andHidden(String uri, String complete) {
        PaybearerConfig config = with(uri).read();

        assertThat(config.store().redis()).contains(Secret.of(complete));
        assertThat(config.toString()).doesNotContain("hidden");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:6379, its scheme is neither redis nor rediss",
        "http://:hidden@localhost, its scheme is neither redis nor rediss",
        "//:hidden@localhost, its scheme is neither redis nor rediss",
        "redis-socket:/hidden, its scheme is neither redis nor rediss",
        "redis:, it is not a URI;",
        "redis://, it is not a URI;",
        "redis://:hidden word@localhost, it is not a URI;",
        "redis://:hidden%@localhost, it is not a URI;",
        "redis:localhost, it names no host",
        "redis:///1, it names no host",
        "redis://:6379, it names no host",
        "redis://my_redis:6379, it names no host",
        "redis://:hid@den@localhost, it names no host",
        "redis://:hid/den@localhost, it names no host",
        "redis://localhost:hidden, it names no host",
        "redis://localhost:99999999999, it names no host",
        "redis://localhost:0, its port is not between 1 and 65535",
        "redis://localhost:65536, its port is not between 1 and 65535",
        "redis://hidden@localhost, what is before its @ is neither user:password nor :password",
        "redis://me:@localhost, what is before its @ is neither user:password nor :password",
        "redis://@localhost, what is before its @ is neither user:password nor :password",
        "redis://m%3Ae:hidden@localhost, its user's name holds a colon",
        "redis://localhost/hidden, its path is not / and the number of a database",
        "redis://localhost/-1, its path is not / and the number of a database",
        "redis://localhost/1/2, its path is not / and the number of a database",
        "redis://localhost/99999999999, its path is not / and the number of a database",
        "redis://localhost/0?password=hidden, it goes on after the database",
        "redis://localhost/0#hidden, it goes on after the database"
    })
    void uriThatCannotBeUsed_isAProblem_andNotShown(String uri, String why) {
        assertThat(with(uri).problem())
                .startsWith(KEY + ": " + why)
                .endsWith("; write it as redis://[[user]:password@]host[:port][/database], or rediss:// for TLS")
                .doesNotContain("hidden", "hid@den", "hid/den", "my_redis");
    }
}
