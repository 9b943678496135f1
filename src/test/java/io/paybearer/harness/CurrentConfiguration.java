// SPDX-License-Identifier: Apache-2.0
package io.paybearer.harness;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/** A configuration that is the current one until closed, not yet read. */
public final class CurrentConfiguration implements AutoCloseable {

    private final Config config;

    private CurrentConfiguration(Config config) {
        this.config = config;
    }

    public static CurrentConfiguration of(Configured configured) {
        Config config = configured.config();
        ConfigProviderResolver resolver = ConfigProviderResolver.instance();
        // some library may have asked for a configuration before, and so have made the default one the current one
        resolver.releaseConfig(resolver.getConfig());
        resolver.registerConfig(config, Thread.currentThread().getContextClassLoader());
        return new CurrentConfiguration(config);
    }

    @Override
    public void close() {
        ConfigProviderResolver.instance().releaseConfig(config);
    }
}
