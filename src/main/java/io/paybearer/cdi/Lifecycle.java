// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cdi;

import io.paybearer.SharedTokens;
import io.paybearer.account.Application;
import io.paybearer.account.Applications;
import io.paybearer.spi.ClientIdResolver;
import io.paybearer.spi.TokenListener;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An application's start, which fails if its configuration is unusable, and its end, which nothing of ours survives. An EAR
 * with the jar in its lib has one of these for several applications.
 */
@ApplicationScoped
class Lifecycle {

    private final Set<Application> started = ConcurrentHashMap.newKeySet();

    /**
     * Starts, but not on Quarkus, which may get here while the application is built, and has not all of its configuration
     * yet: {@link LateStart} follows there.
     *
     * @param event the servlet context of a web application
     * @param resolvers tell the container by their class; and without an injection point a container that drops unused
     *     beans would drop those which the filter looks up
     * @param listeners told of what happens to tokens from now on
     * @param engines what the application's nodes share tokens in
     * @throws io.paybearer.PaybearerConfigException with everything that is wrong with the configuration
     */
    void initialized(
            @Observes @Initialized(ApplicationScoped.class) Object event,
            Instance<ClientIdResolver> resolvers,
            Instance<TokenListener> listeners,
            @SharedTokens Instance<Object> engines) {
        if (!onQuarkus(resolvers) && !Modules.follow(event)) {
            start(listeners, engines);
        }
    }

    /** Whether the container, by one of its objects, is that of Quarkus. */
    static boolean onQuarkus(Instance<?> ofContainer) {
        return ofContainer.getClass().getName().startsWith("io.quarkus.");
    }

    /** Reads the configuration. */
    void start(Instance<TokenListener> listeners, Instance<Object> engines) {
        Application application = Applications.current();
        started.add(application);
        listeners.forEach(application::listen);
        application.shareThrough(engines.isUnsatisfied() ? null : engines::get);
    }

    /** Not an observer of the end: some containers have taken the configuration away by then. */
    @PreDestroy
    void end() {
        started.forEach(Applications::close);
        ListenerCache.forget();
    }
}
