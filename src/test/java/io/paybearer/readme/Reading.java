// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.paybearer.config.CurrentConfig;
import io.paybearer.config.PaybearerConfig;
import io.paybearer.spi.TokenIssuerProvider;
import java.time.InstantSource;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Has configurations read. */
final class Reading {

    private Reading() {}

    static PaybearerConfig of(ConfigSource source) {
        ConfigProviderResolver resolver = ConfigProviderResolver.instance();
        Config config = resolver.getBuilder().withSources(source).build();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader own = new ClassLoader(before) {};
        resolver.registerConfig(config, own);
        Thread.currentThread().setContextClassLoader(own);
        try {
            return CurrentConfig.get().read(providers(), Set.of(), InstantSource.system());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
            resolver.releaseConfig(config);
        }
    }

    /** Keys in which a name stands, as the reference writes them. They are read only where they are listed. */
    private static final Set<String> NAMED = Set.of("header.<Name>", "header-file.<Name>", "parameter.<name>");

    static Map<String, TokenIssuerProvider> providers() {
        return ServiceLoader.load(TokenIssuerProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .collect(Collectors.toMap(TokenIssuerProvider::id, Function.identity()));
    }

    /** The keys that are asked for where an account has nothing but a provider. */
    static Set<String> keysReadFor(String provider) {
        String account = "paybearer.account.a.";
        Set<String> asked = new TreeSet<>();
        Map<String, String> keys = Map.of(account + "provider", provider);
        catchThrowable(() -> of(new Listening(keys, asked)));
        return asked.stream()
                .filter(key -> key.startsWith(account))
                .map(key -> key.substring(account.length()).replace("[0]", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The keys that are asked for and belong to no account. */
    static Set<String> globalKeys() {
        Set<String> asked = new TreeSet<>();
        of(new Listening(Map.of(), asked));
        return asked.stream()
                .filter(key -> key.startsWith("paybearer."))
                .map(key -> key.replace("[0]", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Notes which keys it is asked for. */
    private record Listening(Map<String, String> keys, Set<String> asked) implements ConfigSource {

        @Override
        public String getName() {
            return "asked";
        }

        @Override
        public Set<String> getPropertyNames() {
            Set<String> listed = new TreeSet<>(keys.keySet());
            NAMED.forEach(leaf -> listed.add("paybearer.account.a." + leaf));
            return listed;
        }

        @Override
        public String getValue(String key) {
            asked.add(key);
            return keys.get(key);
        }
    }
}
