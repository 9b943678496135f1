// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.junit;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/** MicroProfile Config as Quarkus has it: one {@code Config}, which is there again when it was released. */
final class LastingConfig extends ConfigProviderResolver {

    private final ConfigProviderResolver real;
    private final Config lasting;

    LastingConfig(ConfigProviderResolver real, Config lasting) {
        this.real = real;
        this.lasting = lasting;
    }

    @Override
    public Config getConfig() {
        return lasting;
    }

    @Override
    public Config getConfig(ClassLoader loader) {
        return lasting;
    }

    @Override
    public ConfigBuilder getBuilder() {
        return real.getBuilder();
    }

    @Override
    public void registerConfig(Config config, ClassLoader loader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void releaseConfig(Config config) {
        // it lasts
    }
}
