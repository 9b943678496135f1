// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.AccessToken;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;

/** The managers of one application, one for each credential, whatever the accounts that use it are called. Thread-safe. */
public final class TokenKeepers implements AutoCloseable {

    private final ConcurrentMap<String, Shared> byCredential = new ConcurrentHashMap<>();
    private final TokenStore store;
    private final TokenSealer sealer;
    private final TimeSource time;
    private final DoubleSupplier random;
    private final Executor background;
    private volatile boolean closed;

    /** A manager, and how many accounts have it. */
    private record Shared(TokenKeeper manager, int accounts) {}

    /**
     * Managers.
     *
     * @param store where issued tokens are kept
     * @param sealer makes them unreadable there
     * @param time both clocks
     * @param random from 0 to 1, spreads the nodes of a cluster
     * @param background runs renewals that nobody waits for
     */
    public TokenKeepers(
            TokenStore store, TokenSealer sealer, TimeSource time, DoubleSupplier random, Executor background) {
        this.store = store;
        this.sealer = sealer;
        this.time = time;
        this.random = random;
        this.background = background;
    }

    /**
     * The manager of a credential, for one more account, until it is released.
     *
     * @param events told what happens; of accounts that share a credential the first one's are
     * @param issuer obtains its tokens
     * @param refreshMargin the configured margin; of accounts that share a credential the first one's counts
     * @param lease how long other nodes wait for one that asks for a token; longer than that takes
     * @return the same manager for the same credential
     */
    public TokenKeeper manager(Events events, TokenIssuer issuer, Optional<Duration> refreshMargin, Duration lease) {
        String key = Fingerprint.of(events.provider(), issuer.credential());
        TokenKeeper manager = byCredential
                .compute(
                        key,
                        (same, shared) -> shared == null
                                ? new Shared(create(key, events, issuer, refreshMargin, lease), 1)
                                : new Shared(shared.manager(), shared.accounts() + 1))
                .manager();
        if (closed) {
            manager.close();
        }
        return manager;
    }

    /**
     * Takes an account from a credential's manager. With the last one goes the token, but not from a store that is shared:
     * other nodes may not know the new secret yet.
     *
     * @param provider the provider's id
     * @param issuer what the manager was asked for with
     */
    public void release(String provider, TokenIssuer issuer) {
        String key = Fingerprint.of(provider, issuer.credential());
        Shared left = byCredential.computeIfPresent(
                key,
                (same, shared) -> shared.accounts() == 1 ? null : new Shared(shared.manager(), shared.accounts() - 1));
        if (left == null && store instanceof MemoryTokenStore own) {
            own.forget(key);
        }
    }

    /**
     * Whether they have come to their end.
     *
     * @return true once closed
     */
    public boolean closed() {
        return closed;
    }

    private TokenKeeper create(
            String key, Events events, TokenIssuer issuer, Optional<Duration> refreshMargin, Duration lease) {
        boolean minted = issuer.minted();
        FreshnessPolicy policy = minted ? FreshnessPolicy.minted(refreshMargin) : FreshnessPolicy.issued(refreshMargin);
        TokenDating dating = new TokenDating(time, policy, random);
        TokenSource observed = new ObservedSource(new IssuerSource(issuer, dating), time, events);
        TokenSource source = minted
                ? observed
                : new StoredSource(
                        new StoreSlot(store, sealer, key, dating), dating, awake(observed, lease), lease, events);
        Attempts attempts = new Attempts(new RetryPolicy(random), time);
        return new TokenKeeper(new Renewal(source, attempts, time, background), time, events);
    }

    /** Nodes of a cluster do not fail when they wake. A refused refresh is followed by a login, so two requests may be made. */
    private TokenSource awake(TokenSource provider, Duration lease) {
        return store instanceof MemoryTokenStore ? provider : new TimedSource(provider, time, lease.multipliedBy(2));
    }

    /**
     * Stops serving a token that an API has refused.
     *
     * @param refused the token that was sent
     */
    public void refuse(AccessToken refused) {
        byCredential.values().forEach(shared -> shared.manager().refuse(refused));
    }

    /**
     * Ends all managers: they hand out no more tokens and say so. Waits for nothing; an attempt under way ends by itself and
     * is told to those who wait for it. Closing again does nothing.
     */
    @Override
    public void close() {
        closed = true;
        byCredential.values().forEach(shared -> shared.manager().close());
    }
}
