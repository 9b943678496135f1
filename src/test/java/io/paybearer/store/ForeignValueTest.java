// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.spi.TokenStore;
import java.io.Serializable;
import java.lang.reflect.Proxy;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.cache.Cache;
import org.junit.jupiter.api.Test;

/** An object of another class that somebody has put into the shared map or cache. */
class ForeignValueTest {

    private static boolean called;

    /** Whatever is asked of it, it does. */
    private static final class Foreign implements Serializable, Comparable<Object>, CharSequence {

        private static <T> T act(T answer) {
            called = true;
            return answer;
        }

        @Override
        public boolean equals(Object other) {
            return act(true);
        }

        @Override
        public int hashCode() {
            return act(1);
        }

        @Override
        public String toString() {
            return act("1||");
        }

        @Override
        public int compareTo(Object other) {
            return act(0);
        }

        @Override
        public int length() {
            return act(3);
        }

        @Override
        public char charAt(int index) {
            return act('|');
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return act("");
        }
    }

    @Test
    void foreignObject_isAnEntryOfNobody_andIsAskedNothing() {
        called = false;
        ConcurrentMap<String, Object> map = new ConcurrentHashMap<>();
        map.put("name", new Foreign());
        TokenStore store = SharedStores.over(map, "");

        assertThat(store.get("name")).isEmpty();
        assertThat(store.putIfAbsent("name", "1|n|")).isFalse();
        assertThat(store.replace("name", "", "1|n|")).isFalse();
        assertThat(called).as("a method of the object was called").isFalse();
    }

    @Test
    void foreignObject_inAJCache_isTheSame() {
        called = false;
        Cache<?, ?> cache = (Cache<?, ?>) Proxy.newProxyInstance(
                Cache.class.getClassLoader(),
                new Class<?>[] {Cache.class},
                (proxy, method, arguments) -> new Foreign());

        assertThat(SharedStores.over(cache, "").get("name")).isEmpty();
        assertThat(called).as("a method of the object was called").isFalse();
    }
}
