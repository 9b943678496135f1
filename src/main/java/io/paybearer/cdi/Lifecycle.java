package io.paybearer.cdi;

import io.paybearer.SharedTokens;
import io.paybearer.spi.ClientIdResolver;
import io.paybearer.spi.TokenListener;
import io.paybearer.wiring.Application;
import io.paybearer.wiring.Applications;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import org.jspecify.annotations.Nullable;

/** An application's start, which fails if its configuration is unusable, and its end, which nothing of ours survives. */
@ApplicationScoped
class Lifecycle {

    private volatile @Nullable Application application;

    /**
     * Reads the configuration.
     *
     * @param event says nothing more
     * @param resolvers not used; without an injection point a container that drops unused beans would drop these, which
     *     the filter looks up
     * @param listeners told of what happens to tokens from now on
     * @param engines what the application's nodes share tokens in
     * @throws io.paybearer.PaybearerConfigException with everything that is wrong with the configuration
     */
    void start(
            @Observes @Initialized(ApplicationScoped.class) Object event,
            Instance<ClientIdResolver> resolvers,
            Instance<TokenListener> listeners,
            @SharedTokens Instance<Object> engines) {
        Application started = Applications.current();
        application = started;
        listeners.forEach(started::listen);
        started.shareThrough(engines.isUnsatisfied() ? null : engines::get);
    }

    /** Not an observer of the end: some containers have taken the configuration away by then. */
    @PreDestroy
    void end() {
        Application started = application;
        if (started != null) {
            Applications.close(started);
        }
    }
}
