// SPDX-License-Identifier: Apache-2.0
package io.paybearer;

import io.paybearer.account.Applications;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of the configured accounts, for code that needs a token outside a Jakarta REST call. Thread-safe.
 *
 * <p>The filters put the same tokens on calls.
 */
public interface AccessTokens {

    /**
     * A token that has not expired.
     *
     * <p>The caller waits only if no token is held. If another thread is already asking for a token, the wait is ten seconds
     * at the most, and longer if a shared store holds that thread up; otherwise it is as long as the timeouts of the token endpoint allow. On an event loop of Vert.x or
     * Quarkus the caller never waits: the token is asked for in the background, and this call fails.
     *
     * @param account the account's name; empty means the only account that is configured
     * @return the token
     * @throws TokenUnavailableException if no token can be had
     * @throws RequestRefusedException if there is no such account
     */
    AccessToken get(String account);

    /**
     * A token that has not expired, without blocking the caller.
     *
     * <p>If the token is in memory, the stage is completed already. Otherwise a thread of paybearer completes it, called
     * {@code paybearer-async}, with the class loader that the caller's thread had. There are as many of these threads as are
     * needed, so what you add to the stage may wait there, even for another token. In a server these are not managed threads:
     * code that needs the server's contexts, such as {@code java:comp}, names an executor of the server, for instance with
     * {@code thenApplyAsync(…, managedExecutor)}.
     *
     * @param account the account's name; empty means the only account that is configured
     * @return completed with the token, or with the exceptions of {@link #get(String)}
     */
    CompletionStage<AccessToken> getAsync(String account);

    /**
     * Stops serving a token that an API has refused. Does nothing if a newer token is served already.
     *
     * @param token the token that was sent
     */
    void invalidate(AccessToken token);

    /**
     * The tokens of the application that the current thread works for. The thread's MicroProfile Config tells which one that
     * is.
     *
     * @return the same object for the same application
     * @throws PaybearerConfigException with everything that is wrong with the configuration
     */
    static AccessTokens fromConfig() {
        return Applications.current();
    }

    /**
     * The same as {@link #fromConfig()}, for an application without CDI that hands an engine over.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** The place for what the configuration cannot name. It is used once, by one thread, before the first call. */
    final class Builder {

        private @Nullable Object engine;

        private Builder() {}

        /**
         * The engine in which the nodes of a cluster share their tokens, for {@code paybearer.store=map} and {@code jcache}.
         *
         * @param engine an object such as a bean qualified {@link SharedTokens}; it is never closed
         * @return this
         */
        public Builder sharedTokens(Object engine) {
            this.engine = engine;
            return this;
        }

        /**
         * The tokens of the application that the current thread works for. Its clients share them.
         *
         * @return what {@link #fromConfig()} returns from now on
         * @throws PaybearerConfigException with everything that is wrong with the configuration
         */
        public AccessTokens build() {
            Object given = engine;
            return Applications.current().shareThrough(given == null ? null : () -> given);
        }
    }
}
