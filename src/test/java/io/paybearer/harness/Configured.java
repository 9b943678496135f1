// SPDX-License-Identifier: Apache-2.0
package io.paybearer.harness;

import io.paybearer.config.CurrentConfig;
import io.paybearer.config.PaybearerConfig;
import io.paybearer.spi.TokenIssuerProvider;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/** A configuration, put together account by account. */
public final class Configured {

    private final Map<String, String> keys = new LinkedHashMap<>();
    private String account = "";

    /** Nothing is configured yet. */
    public static Configured nothing() {
        return new Configured();
    }

    public static Configured account(String name) {
        return new Configured().and(name);
    }

    /** The keys that follow belong to this account. */
    public Configured and(String name) {
        account = name;
        return this;
    }

    public Configured with(String leaf, String value) {
        keys.put("paybearer.account." + account + "." + leaf, value);
        return this;
    }

    public Configured with(Map<String, String> leaves) {
        leaves.forEach(this::with);
        return this;
    }

    /** A full key, whoever's it is. */
    public Configured key(String key, String value) {
        keys.put(key, value);
        return this;
    }

    public PaybearerConfig read(InstantSource clock) {
        ConfigProviderResolver resolver = ConfigProviderResolver.instance();
        ClassLoader loader = new ClassLoader(Configured.class.getClassLoader()) {};
        Config config = config();
        resolver.registerConfig(config, loader);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            return CurrentConfig.get().read(providers(), Set.of(), clock);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
            resolver.releaseConfig(config);
        }
    }

    Config config() {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(keys, "test", 500))
                .build();
    }

    static Map<String, TokenIssuerProvider> providers() {
        return ServiceLoader.load(TokenIssuerProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .collect(Collectors.toMap(TokenIssuerProvider::id, Function.identity()));
    }

    /** A file that holds a secret and goes with the JVM. */
    public static String secretFile(String secret) {
        try {
            Path file = Files.createTempFile("paybearer-test", ".secret");
            file.toFile().deleteOnExit();
            return Files.writeString(file, secret).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
