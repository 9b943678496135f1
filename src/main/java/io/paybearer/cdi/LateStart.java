// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cdi;

import io.paybearer.SharedTokens;
import io.paybearer.spi.TokenListener;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;

/**
 * The start on Quarkus, which fires {@link Startup} once all of the configuration is there. Elsewhere the event starts nothing,
 * since servers may fire it for an EAR before its WARs have started. It is a class of its own because containers before CDI 4.0
 * do not know the event.
 */
@Dependent
class LateStart {

    void start(
            @Observes Startup event,
            Lifecycle lifecycle,
            Instance<TokenListener> listeners,
            @SharedTokens Instance<Object> engines,
            Instance<AnnotatedTypes> types) {
        if (Lifecycle.onQuarkus(listeners)) {
            lifecycle.start(listeners, engines, types);
        }
    }
}
