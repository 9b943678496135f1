// SPDX-License-Identifier: Apache-2.0
package io.paybearer.demo;

import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/**
 * A sample with other keys laid over it, as the configuration of the current thread until it is closed. A configuration
 * belongs to a class loader, so the thread gets one of its own: whatever was configured before is not touched.
 */
final class DemoConfig implements AutoCloseable {

    private static final int SAMPLE_ORDINAL = 100;
    private static final int OVERLAY_ORDINAL = 1000;

    private final ConfigProviderResolver resolver = ConfigProviderResolver.instance();
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final Config config;

    DemoConfig(SampleFile sample, Map<String, String> overlay) {
        config = resolver.getBuilder()
                .withSources(
                        new MapSource(sample.name(), SAMPLE_ORDINAL, sample.keys()),
                        new MapSource("demo", OVERLAY_ORDINAL, overlay))
                .build();
        ClassLoader own = new ClassLoader(before) {};
        resolver.registerConfig(config, own);
        Thread.currentThread().setContextClassLoader(own);
    }

    String value(String key) {
        return config.getValue(key, String.class);
    }

    @Override
    public void close() {
        Thread.currentThread().setContextClassLoader(before);
        resolver.releaseConfig(config);
    }
}
