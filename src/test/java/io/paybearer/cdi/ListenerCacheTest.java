// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.client.PaybearerRestClientListener;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.microprofile.client.RestClientListeners;
import org.junit.jupiter.api.Test;

class ListenerCacheTest {

    @Test
    void listenersOfOurs_areTakenOut_andFoundAgain() throws Exception {
        assertThat(RestClientListeners.get()).hasAtLeastOneElementOfType(PaybearerRestClientListener.class);
        assertThat(cached()).hasAtLeastOneElementOfType(PaybearerRestClientListener.class);

        ListenerCache.forget();

        assertThat(cached()).doesNotHaveAnyElementsOfTypes(PaybearerRestClientListener.class);
        assertThat(RestClientListeners.get()).hasAtLeastOneElementOfType(PaybearerRestClientListener.class);
    }

    private static List<Object> cached() throws ReflectiveOperationException {
        Field cache = RestClientListeners.class.getDeclaredField("map");
        cache.setAccessible(true);
        return ((Map<?, ?>) cache.get(null))
                .values().stream()
                        .flatMap(listeners -> ((Collection<?>) listeners).stream())
                        .map(Object.class::cast)
                        .toList();
    }
}
