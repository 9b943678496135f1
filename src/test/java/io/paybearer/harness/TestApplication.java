package io.paybearer.harness;

import io.paybearer.config.CurrentConfig;
import io.paybearer.wiring.Application;
import io.paybearer.wiring.Applications;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/** An application whose configuration, clocks and background threads a test chooses; it is the current one until closed. */
public final class TestApplication implements AutoCloseable {

    private final Config config;
    private final Application application;

    private TestApplication(Config config, Application application) {
        this.config = config;
        this.application = application;
    }

    public static TestApplication start(Configured configured, TestTime time) {
        return start(configured, time, ForkJoinPool.commonPool());
    }

    public static TestApplication start(Configured configured, TestTime time, Executor background) {
        Config config = configured.config();
        ConfigProviderResolver.instance().registerConfig(config, Thread.currentThread().getContextClassLoader());
        try {
            CurrentConfig current = CurrentConfig.get();
            Application application =
                    new Application(current.read(Configured.providers(), time), time, () -> 0.5, background);
            return new TestApplication(config, Applications.install(current, application));
        } catch (RuntimeException e) {
            ConfigProviderResolver.instance().releaseConfig(config);
            throw e;
        }
    }

    public Application application() {
        return application;
    }

    @Override
    public void close() {
        ConfigProviderResolver.instance().releaseConfig(config);
    }
}
