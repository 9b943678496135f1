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
import java.net.URL;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The start and the end of an application. The start fails if the configuration is unusable; nothing of ours survives the end.
 * An EAR with the jar in its lib has one object of this class for several applications.
 */
@ApplicationScoped
class Lifecycle {

    private static final String SERVLET_CONTEXT = "jakarta.servlet.ServletContext";

    private final Set<Application> started = ConcurrentHashMap.newKeySet();

    /**
     * Starts the application, except in two cases. On Quarkus the event may come while the application is built, when not all
     * of its configuration is there; {@link LateStart} starts it later. And an EAR starts nothing itself; its modules do.
     *
     * @param event the servlet context of a web application, or another object elsewhere
     * @param resolvers injected for two reasons: the object's class shows which container this is, and the injection point
     *     keeps Quarkus from removing {@link ClientIdResolver} beans as unused
     * @param listeners told of what happens to tokens from now on
     * @param engines in which the application's nodes share tokens
     * @param types that name accounts
     * @throws io.paybearer.PaybearerConfigException with everything that is wrong with the configuration
     */
    void initialized(
            @Observes @Initialized(ApplicationScoped.class) Object event,
            Instance<ClientIdResolver> resolvers,
            Instance<TokenListener> listeners,
            @SharedTokens Instance<Object> engines,
            Instance<AnnotatedTypes> types) {
        if (!onQuarkus(resolvers) && !modulesStartNext(event)) {
            start(listeners, engines, types);
        }
    }

    /** Whether the container is that of Quarkus; one of its objects tells. */
    static boolean onQuarkus(Instance<?> ofContainer) {
        return ofContainer.getClass().getName().startsWith("io.quarkus.");
    }

    /**
     * Whether the event is that of an EAR, whose modules start next, each with a configuration of its own. The event of a web
     * application carries its servlet context (Jakarta CDI 4.0, section 6.7.3). An event without a servlet context comes from
     * the EAR, except where the jar lies in a WAR, since some servers pass another object there, and outside a server.
     */
    static boolean modulesStartNext(Object event) {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            return !Class.forName(SERVLET_CONTEXT, false, loader).isInstance(event) && !inWar() && inServer();
        } catch (ClassNotFoundException | LinkageError noServlets) {
            return false;
        }
    }

    private static boolean inWar() {
        @Nullable URL here = Lifecycle.class.getResource("Lifecycle.class");
        return here != null && here.toString().contains("/WEB-INF/");
    }

    /** A server has the API of CDI in a class loader of its own. An application that runs by itself has it beside our classes. */
    private static boolean inServer() {
        return Lifecycle.class.getClassLoader() != ApplicationScoped.class.getClassLoader();
    }

    /** Reads the configuration, and puts the application's beans to work. */
    void start(Instance<TokenListener> listeners, Instance<Object> engines, Instance<AnnotatedTypes> types) {
        Application application = Applications.current();
        started.add(application);
        types.forEach(each -> each.requireAccounts(application, inServer() && !inWar()));
        listeners.forEach(application::listen);
        application.shareThrough(engines.isUnsatisfied() ? null : engines::get);
    }

    /** Not an observer of the container's shutdown: some containers have taken the configuration away by then. */
    @PreDestroy
    void end() {
        started.forEach(Applications::close);
        ListenerCache.forget();
    }
}
