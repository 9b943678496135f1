// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import io.paybearer.PaybearerConfigException;
import io.paybearer.config.StoreConfig;
import io.paybearer.spi.TokenStore;
import io.paybearer.spi.TokenStoreProvider;
import io.paybearer.store.GuardedStore;
import io.paybearer.store.JweSealer;
import io.paybearer.store.SharedStores;
import io.paybearer.token.MemoryTokenStore;
import io.paybearer.token.TimeSource;
import io.paybearer.token.TokenSealer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The store that is configured, and what the application hands over for it. Opens nothing before its first use. */
final class StoreChoice {

    private final StoreConfig config;
    private final TokenStore store;
    private volatile @Nullable Supplier<?> engine;

    StoreChoice(StoreConfig config, TimeSource time) {
        this.config = config;
        this.store = switch (config.id()) {
            case StoreConfig.MEMORY -> new MemoryTokenStore();
            case StoreConfig.REDIS -> SharedStores.redis(config.redis().orElseThrow(), time);
            case StoreConfig.MAP, StoreConfig.JCACHE ->
                config.provider()
                        .map(provider ->
                                SharedStores.jcache(provider, config.uri().orElse(null), config.cache(), time))
                        .orElseGet(() -> SharedStores.given(config.id(), this::handedOver, config.cache(), time));
            // found at once: the threads that open it later are no application's
            default -> SharedStores.given(config.id(), provided(config.id())::open, config.cache(), time);
        };
    }

    /** The ids of the stores that the application brings. */
    static Set<String> provided() {
        return providers().keySet();
    }

    private static Map<String, TokenStoreProvider> providers() {
        return Services.load(TokenStoreProvider.class).stream()
                .collect(Collectors.toMap(TokenStoreProvider::id, Function.identity(), (one, same) -> one));
    }

    private static TokenStoreProvider provided(String id) {
        TokenStoreProvider provider = providers().get(id);
        if (provider == null) {
            throw new IllegalStateException("the provider of the store '" + id + "' has gone");
        }
        return provider;
    }

    TokenStore store() {
        return store;
    }

    TokenSealer sealer() {
        return config.shared() ? new JweSealer(config.keys()) : TokenSealer.none();
    }

    /**
     * The application hands an engine over, or says that it has none.
     *
     * @throws PaybearerConfigException if one is needed
     */
    void handOver(@Nullable Supplier<?> given) {
        if (given == null && config.handedOver()) {
            throw new PaybearerConfigException(List.of(missing()));
        }
        engine = given;
    }

    private Object handedOver() {
        Supplier<?> given = engine;
        if (given == null) {
            throw SharedStores.problem(missing());
        }
        return given.get();
    }

    private String missing() {
        return "paybearer.store: it is " + config.id()
                + ", but nothing was handed over; produce a CDI bean qualified @SharedTokens,"
                + " or outside CDI give it to AccessTokens.builder()";
    }

    void close() {
        if (store instanceof GuardedStore guarded) {
            guarded.close();
        }
    }
}
