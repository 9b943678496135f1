// SPDX-License-Identifier: Apache-2.0
package io.paybearer.harness;

import io.paybearer.account.Application;
import io.paybearer.account.Applications;
import io.paybearer.config.CurrentConfig;
import io.paybearer.token.TimeSource;
import java.util.Set;
import java.util.concurrent.Executor;

/** An application whose configuration, clocks and background threads a test chooses; it is the current one until closed. */
public final class TestApplication implements AutoCloseable {

    private final CurrentConfiguration configuration;
    private final Application application;

    private TestApplication(CurrentConfiguration configuration, Application application) {
        this.configuration = configuration;
        this.application = application;
    }

    public static TestApplication start(Configured configured, TimeSource time, Executor background) {
        CurrentConfiguration configuration = CurrentConfiguration.of(configured);
        try {
            CurrentConfig current = CurrentConfig.get();
            Application application =
                    new Application(current.read(Configured.providers(), Set.of(), time), time, () -> 0.5, background);
            return new TestApplication(configuration, Applications.install(current, application));
        } catch (RuntimeException e) {
            configuration.close();
            throw e;
        }
    }

    public Application application() {
        return application;
    }

    @Override
    public void close() {
        configuration.close();
    }
}
