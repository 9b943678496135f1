// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.kit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/**
 * Configuration that is in place until it is closed. The keys are system properties: every implementation of MicroProfile
 * Config reads them, and they win over the application's own configuration.
 *
 * @param before the earlier values of the properties; empty for a property that was not set
 */
record KeysInPlace(Map<String, Optional<String>> before) implements AutoCloseable {

    static KeysInPlace of(Map<String, String> keys) {
        Map<String, Optional<String>> before = new HashMap<>();
        keys.forEach((key, value) -> before.put(key, Optional.ofNullable(System.setProperty(key, value))));
        forgetWhatWasRead();
        return new KeysInPlace(before);
    }

    @Override
    public void close() {
        before.forEach((key, value) ->
                value.ifPresentOrElse(text -> System.setProperty(key, text), () -> System.clearProperty(key)));
        forgetWhatWasRead();
    }

    @Override
    public String toString() {
        return "KeysInPlace" + before.keySet();
    }

    /** Releases the {@code Config}: the library keeps what it has read for as long as the {@code Config} is the same. */
    private static void forgetWhatWasRead() {
        try {
            ConfigProviderResolver.instance().releaseConfig(ConfigProvider.getConfig());
        } catch (IllegalStateException | LinkageError noImplementation) {
            // nothing has been read
        }
    }
}
