// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.config.StoreConfig;
import io.paybearer.harness.MemoryTokenStore;
import io.paybearer.harness.TestTime;
import io.paybearer.spi.TokenStore;
import io.paybearer.spi.TokenStoreProvider;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that an application brings. */
class StoreChoiceTest {

    /** A store of an application. */
    public static final class Acme implements TokenStoreProvider {

        @Override
        public String id() {
            return "acme";
        }

        @Override
        public TokenStore open() {
            return new MemoryTokenStore();
        }
    }

    private static StoreChoice chosenBy(ClassLoader application) {
        StoreConfig config = new StoreConfig("acme", Map::of, Optional.empty(), Optional.empty(), "", Optional.empty());
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(application);
        try {
            return new StoreChoice(config, new TestTime());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void store_thatOnlyTheApplicationSees_isOpenedByThreadsThatDoNotBelongToIt(@TempDir Path war) throws Exception {
        Path services = Files.createDirectories(war.resolve("META-INF/services"));
        Files.writeString(services.resolve(TokenStoreProvider.class.getName()), Acme.class.getName());
        try (URLClassLoader application =
                new URLClassLoader(new URL[] {war.toUri().toURL()}, getClass().getClassLoader())) {
            StoreChoice choice = chosenBy(application);

            assertThat(choice.shared().store().putIfAbsent("k", "v")).isTrue();
            assertThat(choice.shared().store().get("k")).isEqualTo("v");
            choice.close();
        }
    }
}
