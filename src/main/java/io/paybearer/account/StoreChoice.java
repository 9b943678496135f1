// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import io.paybearer.PaybearerConfigException;
import io.paybearer.config.StoreConfig;
import io.paybearer.spi.TokenStoreProvider;
import io.paybearer.store.GuardedStore;
import io.paybearer.store.JweSealer;
import io.paybearer.store.SharedStores;
import io.paybearer.token.TimeSource;
import io.paybearer.token.TokenKeepers.SealedStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The shared store that is configured, if there is one, and what the application hands over for it. Opens it at its first use. */
final class StoreChoice {

    private final StoreConfig config;
    private final @Nullable GuardedStore store;
    private volatile @Nullable Supplier<?> engine;

    StoreChoice(StoreConfig config, TimeSource time) {
        this.config = config;
        this.store = switch (config.id()) {
            case StoreConfig.MEMORY -> null;
            case StoreConfig.REDIS -> SharedStores.redis(config.redis().orElseThrow(), time);
            case StoreConfig.MAP, StoreConfig.JCACHE ->
                config.provider()
                        .map(provider ->
                                SharedStores.jcache(provider, config.uri().orElse(null), config.cache(), time))
                        .orElseGet(() -> SharedStores.given(config.id(), this::handedOver, config.cache(), time));
            // the provider is found at once: the threads that open the store later do not belong to the application
            default -> SharedStores.given(config.id(), provided(config.id())::open, config.cache(), time);
        };
    }

    /** The ids of the stores that the application brings. */
    static Set<String> provided() {
        return providers().keySet();
    }

    private static Map<String, TokenStoreProvider> providers() {
        Map<String, TokenStoreProvider> byId = new HashMap<>();
        for (TokenStoreProvider provider : Services.load(TokenStoreProvider.class)) {
            byId.putIfAbsent(provider.id(), provider);
        }
        return byId;
    }

    private static TokenStoreProvider provided(String id) {
        TokenStoreProvider provider = providers().get(id);
        if (provider == null) {
            throw new IllegalStateException("the provider of the store '" + id + "' has gone");
        }
        return provider;
    }

    /** The store that the nodes share; null if each application keeps its tokens to itself. */
    @Nullable SealedStore shared() {
        return store == null ? null : new SealedStore(store, new JweSealer(config.keys()));
    }

    /**
     * The application hands an engine over, or says that it has none.
     *
     * @throws PaybearerConfigException if the store needs an engine
     */
    void handOver(@Nullable Supplier<?> given) {
        if (given == null && config.handedOver()) {
            throw new PaybearerConfigException(List.of(missing()));
        }
        engine = given;
    }

    /** Whether the store needs an engine that has not been handed over. */
    boolean awaitsEngine() {
        return config.handedOver() && engine == null;
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
        if (store != null) {
            store.close();
        }
    }
}
