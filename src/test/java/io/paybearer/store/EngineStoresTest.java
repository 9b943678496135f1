// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.spi.TokenStore;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the stores over an engine answer: the engine decides who is first, and its answer is handed on. */
class EngineStoresTest {

    private static final ConcurrentMap<String, String> ENTRIES = new ConcurrentHashMap<>();

    /** A JCache whose operations are those of a map: get, putIfAbsent, and replace with an expected value. */
    private static Object cache() {
        return proxy(Cache.class, (method, arguments) -> switch (method.getName()) {
            case "get" -> ENTRIES.get((String) arguments[0]);
            case "putIfAbsent" -> ENTRIES.putIfAbsent((String) arguments[0], (String) arguments[1]) == null;
            case "replace" -> ENTRIES.replace((String) arguments[0], (String) arguments[1], (String) arguments[2]);
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static Object manager() {
        return proxy(CacheManager.class, (method, arguments) -> "tokens".equals(arguments[0]) ? cache() : null);
    }

    private interface Answers {
        Object of(Method method, Object... arguments);
    }

    private static Object proxy(Class<?> type, Answers answers) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.of(method, arguments));
    }

    static Stream<TokenStore> stores() {
        return Stream.of(ENTRIES, cache(), manager()).map(engine -> SharedStores.over(engine, "tokens"));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void store_handsOnWhatItsEngineAnswers(TokenStore store) {
        ENTRIES.clear();

        assertThat(store.get("k")).isNull();
        assertThat(store.putIfAbsent("k", "a")).isTrue();
        assertThat(store.putIfAbsent("k", "b")).isFalse();
        assertThat(store.get("k")).isEqualTo("a");
        assertThat(store.replace("k", "b", "c")).isFalse();
        assertThat(store.get("k")).isEqualTo("a");
        assertThat(store.replace("k", "a", "c")).isTrue();
        assertThat(store.get("k")).isEqualTo("c");
    }

    @Test
    void managerWithoutTheCache_isAProblemThatNamesTheKey() {
        assertThatThrownBy(() -> SharedStores.over(manager(), "other"))
                .hasMessage("the cache manager has no cache 'other'; define it in the engine's configuration, or name"
                        + " another with paybearer.store.jcache.cache");
    }
}
