// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.clustered.wildfly;

import io.paybearer.SharedTokens;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.concurrent.ConcurrentMap;

/** As in {@code src/docs/several-nodes.md}. */
@ApplicationScoped
public class TokenCache {

    @Produces
    @SharedTokens
    @Resource(lookup = "java:jboss/infinispan/cache/tokens/tokens")
    ConcurrentMap<String, String> tokens;
}
