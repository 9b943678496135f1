// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import io.paybearer.config.CurrentConfig;
import io.paybearer.config.PaybearerConfig;
import io.paybearer.token.TimeSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The applications that use this class, told apart by their MicroProfile Config: one application where the jar lies in it,
 * several where they share the jar. Thread-safe.
 *
 * <p>Applications and clocks are the only static state: filters that a server makes by class name have no other way to find each
 * other's tokens.
 */
public final class Applications {

    private static final System.Logger LOG = System.getLogger("io.paybearer.config");
    private static final Map<Object, Application> BY_CONFIG = new WeakHashMap<>();
    private static final CurrentTime TIME = new CurrentTime();

    private Applications() {}

    /**
     * The application that the current thread works for; its configuration is read the first time.
     *
     * @return the application
     * @throws io.paybearer.PaybearerConfigException with everything that is wrong with the configuration
     */
    public static Application current() {
        CurrentConfig config = CurrentConfig.get();
        synchronized (BY_CONFIG) {
            Application known = BY_CONFIG.get(config.identity());
            return known != null ? known : begun(install(config, read(config)));
        }
    }

    /**
     * The application that the current thread works for, if its configuration has been read.
     *
     * @return the application
     * @throws io.paybearer.PaybearerConfigException if there is no implementation of MicroProfile Config
     */
    public static Optional<Application> present() {
        CurrentConfig config = CurrentConfig.get();
        synchronized (BY_CONFIG) {
            return Optional.ofNullable(BY_CONFIG.get(config.identity()));
        }
    }

    /**
     * The applications whose configuration has been read.
     *
     * @return those that are not closed
     */
    public static Set<Application> known() {
        synchronized (BY_CONFIG) {
            return Set.copyOf(BY_CONFIG.values());
        }
    }

    /**
     * For a test kit in the same JVM: all applications begin again, without tokens and failures.
     *
     * @param clocks by which all applications go from now on
     */
    public static void startOver(TimeSource clocks) {
        TIME.follow(clocks);
        known().forEach(Application::startOver);
    }

    private static Application begun(Application application) {
        application.begin();
        return application;
    }

    /**
     * Puts an application in place for a configuration.
     *
     * @param config the configuration
     * @param application the application; it takes the place of the one before
     * @return the application
     */
    public static Application install(CurrentConfig config, Application application) {
        synchronized (BY_CONFIG) {
            BY_CONFIG.put(config.identity(), application);
        }
        return application;
    }

    /**
     * Closes an application and forgets it. Asks for no configuration: when an application ends, its configuration may be gone.
     *
     * @param application the application
     */
    public static void close(Application application) {
        synchronized (BY_CONFIG) {
            BY_CONFIG.values().remove(application);
        }
        application.close();
    }

    private static Application read(CurrentConfig config) {
        PaybearerConfig accounts = config.read(Services.providers(), StoreChoice.provided(), TIME);
        if (accounts.accounts().isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "no payment account is configured, so no call carries a credential; set paybearer.account.<name>.provider");
        }
        RestClientTypes.warnOfMissing(accounts.accounts());
        for (String warning : accounts.warnings()) {
            LOG.log(System.Logger.Level.WARNING, "{0}", warning);
        }
        return new Application(
                accounts, TIME, () -> ThreadLocalRandom.current().nextDouble(), BackgroundWork.executor());
    }
}
