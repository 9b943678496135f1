package io.paybearer.cdi;

import io.paybearer.spi.ClientIdResolver;
import io.paybearer.wiring.Applications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

/** An application's start, which fails if its configuration is unusable, and its end, which nothing of ours survives. */
@Dependent
class Lifecycle {

    /**
     * Reads the configuration.
     *
     * @param event says nothing more
     * @param resolvers not used; without an injection point a container that drops unused beans would drop these, which
     *     the filter looks up
     * @throws io.paybearer.PaybearerConfigException with everything that is wrong with the configuration
     */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event, Instance<ClientIdResolver> resolvers) {
        Applications.current();
    }

    /** Closes the application, as late as the container says so: some do after the application's own beans are gone. */
    void end(@Observes @Destroyed(ApplicationScoped.class) Object event) {
        Applications.closeCurrent();
    }
}
