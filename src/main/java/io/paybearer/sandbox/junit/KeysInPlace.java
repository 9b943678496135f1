// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.junit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/**
 * Configuration that is in place until closed: system properties, which every implementation of MicroProfile Config reads, and
 * before which nothing of the application comes.
 *
 * @param before what the properties were before; empty for those that were not set
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

    /** The library keeps what it has read for as long as there is the same {@code Config}. */
    private static void forgetWhatWasRead() {
        try {
            ConfigProviderResolver.instance().releaseConfig(ConfigProvider.getConfig());
        } catch (IllegalStateException | LinkageError noImplementation) {
            // then nothing has been read
        }
    }
}
