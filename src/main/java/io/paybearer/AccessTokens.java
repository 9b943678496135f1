// SPDX-License-Identifier: Apache-2.0
package io.paybearer;

import io.paybearer.account.Applications;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of the configured accounts, for those who need one outside a Jakarta REST call. Thread-safe.
 *
 * <p>They are the same tokens that the filters put on calls.
 */
public interface AccessTokens {

    /**
     * A token that has not expired. Waits only if none can be served: for ten seconds at the most if somebody else is asking
     * for one already, else as long as the timeouts of the token endpoint allow. On an event loop of Vert.x or Quarkus it
     * never waits: where it would, it has a token asked for in the background and fails.
     *
     * @param account the account's name; empty means the only account that is configured
     * @return the token
     * @throws TokenUnavailableException if there is none to be had
     * @throws RequestRefusedException if there is no such account
     */
    AccessToken get(String account);

    /**
     * A token that has not expired, without blocking the caller.
     *
     * @param account the account's name; empty means the only account that is configured
     * @return completed with the token, or with the exceptions of {@link #get(String)}
     */
    CompletionStage<AccessToken> getAsync(String account);

    /**
     * Stops serving a token that an API has refused. Does nothing if another one has taken its place.
     *
     * @param token the token that was sent
     */
    void invalidate(AccessToken token);

    /**
     * The tokens of the application that the current thread works for, by its MicroProfile Config.
     *
     * @return the same tokens for the same application
     * @throws PaybearerConfigException with everything that is wrong with the configuration
     */
    static AccessTokens fromConfig() {
        return Applications.current();
    }

    /**
     * The same, for an application without CDI that hands something over.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Hands over what the configuration cannot name. To be used once, by one thread, before the first call. */
    final class Builder {

        private @Nullable Object engine;

        private Builder() {}

        /**
         * The engine in which the nodes of a cluster share their tokens, for {@code paybearer.store=map} and {@code jcache}.
         *
         * @param engine what a bean qualified {@link SharedTokens} may be; it is never closed
         * @return this
         */
        public Builder sharedTokens(Object engine) {
            this.engine = engine;
            return this;
        }

        /**
         * The tokens of the application that the current thread works for; its clients share them.
         *
         * @return the same as {@link #fromConfig()} from now on
         * @throws PaybearerConfigException with everything that is wrong with the configuration
         */
        public AccessTokens build() {
            Object given = engine;
            return Applications.current().shareThrough(given == null ? null : () -> given);
        }
    }
}
