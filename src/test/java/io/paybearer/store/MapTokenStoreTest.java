// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class MapTokenStoreTest {

    /** As Hot Rod's map does unless it is told to look. */
    private static final class Forgetful extends ConcurrentHashMap<String, String> {

        @Override
        public String putIfAbsent(String key, String value) {
            super.putIfAbsent(key, value);
            return null;
        }
    }

    @Test
    void mapThatSaysNothingWasThere_isReadBack() {
        MapTokenStore store = new MapTokenStore(new Forgetful());

        assertThat(store.putIfAbsent("k", "1|a|")).isTrue();
        assertThat(store.putIfAbsent("k", "1|b|")).isFalse();
        assertThat(store.get("k")).isEqualTo("1|a|");
    }
}
