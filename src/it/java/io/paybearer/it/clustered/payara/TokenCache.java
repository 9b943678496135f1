// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.clustered.payara;

import io.paybearer.SharedTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;

/** As in {@code src/docs/several-nodes.md}. */
@ApplicationScoped
public class TokenCache {

    @Inject
    CacheManager caches;

    @Produces
    @SharedTokens
    @ApplicationScoped
    Cache<String, String> tokens() {
        Cache<String, String> cache = caches.getCache("paybearer");
        return cache != null ? cache : caches.createCache("paybearer", new MutableConfiguration<>());
    }
}
