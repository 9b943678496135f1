// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.AccessToken;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The token keepers of one application, one for each credential, so that accounts with the same credential share a token.
 * Thread-safe.
 */
public final class TokenKeepers implements AutoCloseable {

    private final ConcurrentMap<String, Shared> byCredential = new ConcurrentHashMap<>();
    private final @Nullable SealedStore store;
    private final TimeSource time;
    private final DoubleSupplier random;
    private final Executor background;
    private volatile boolean closed;

    /**
     * A store in which the nodes of a cluster share tokens.
     *
     * @param store the store; it ends each operation within {@link #LONGEST_OPERATION}
     * @param sealer names the entries and makes the tokens unreadable there
     */
    public record SealedStore(TokenStore store, TokenSealer sealer) {

        /** How long an operation may take in an engine whose members must first notice that one of them has gone. */
        public static final Duration LONGEST_OPERATION = Duration.ofMillis(2_500);
    }

    /** A keeper, and how many accounts use it. */
    private record Shared(TokenKeeper keeper, int accounts) {}

    /**
     * Keepers.
     *
     * @param store where issued tokens are shared with other nodes; null if each application keeps its tokens to itself
     * @param time both clocks
     * @param random from 0 to 1, spreads the nodes of a cluster
     * @param background runs renewals that nobody waits for
     */
    public TokenKeepers(@Nullable SealedStore store, TimeSource time, DoubleSupplier random, Executor background) {
        this.store = store;
        this.time = time;
        this.random = random;
        this.background = background;
    }

    /**
     * The keeper of a credential, for one more account, until the account releases it.
     *
     * @param events receives the events; where several accounts share a credential, they are reported under the account that
     *     came first
     * @param issuer obtains the tokens, unless the keeper is there already
     * @param refreshMargin the configured margin; of accounts that share a credential the first account's margin counts
     * @param leaseTime how long other nodes wait for a node that asks for a token; longer than its request takes
     * @return the same keeper for the same credential
     */
    public TokenKeeper acquire(
            Events events, TokenIssuer issuer, Optional<Duration> refreshMargin, Duration leaseTime) {
        String key = fingerprint(events.provider(), issuer.credential());
        TokenKeeper keeper = byCredential
                .compute(
                        key,
                        (same, shared) -> shared == null
                                ? new Shared(create(key, events, issuer, refreshMargin, leaseTime), 1)
                                : new Shared(shared.keeper(), shared.accounts() + 1))
                .keeper();
        if (closed) {
            keeper.close();
        }
        return keeper;
    }

    /**
     * Takes an account from a credential's keeper. The keeper goes with the last account, and its token with it. A token in a
     * store stays there: other nodes may not know the new secret yet.
     *
     * @param provider the provider's id
     * @param issuer the issuer with which the keeper was acquired
     */
    public void release(String provider, TokenIssuer issuer) {
        byCredential.computeIfPresent(
                fingerprint(provider, issuer.credential()),
                (same, shared) -> shared.accounts() == 1 ? null : new Shared(shared.keeper(), shared.accounts() - 1));
    }

    /**
     * Whether the keepers have been closed.
     *
     * @return true once closed
     */
    public boolean closed() {
        return closed;
    }

    private TokenKeeper create(
            String key, Events events, TokenIssuer issuer, Optional<Duration> refreshMargin, Duration leaseTime) {
        boolean minted = issuer.minted();
        TokenDating dating = new TokenDating(time, random, minted, refreshMargin);
        Issuance issuance = new Issuance(issuer, dating, events);
        SealedStore shared = store;
        TokenSource source = shared == null || minted
                ? issuance
                : new SharedToken(
                        new StoreSlot(shared.store(), shared.sealer(), key, dating), issuance, time, leaseTime, events);
        return new TokenKeeper(source, minted, new Failures(new RetryPolicy(random), time), background, events);
    }

    /**
     * The key under which a credential's token is kept in this JVM. It leaves the JVM only keyed, see {@link TokenSealer}: whoever
     * has it may try out what a weak credential is.
     *
     * @param provider the provider's id
     * @param credential the parts of the credential; each part goes in with its length, so that no two lists collide
     * @return the id, a colon and a SHA-256 in hexadecimal
     */
    static String fingerprint(String provider, List<String> credential) {
        MessageDigest sha256 = sha256();
        for (String part : credential) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha256.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            sha256.update(bytes);
        }
        return provider + ":" + HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Stops serving a token that an API has refused.
     *
     * @param refused the token that was sent
     */
    public void refuse(AccessToken refused) {
        byCredential.values().forEach(shared -> shared.keeper().refuse(refused));
    }

    /**
     * Closes all keepers: they hand out no more tokens and say so. Waits for nothing; an attempt under way goes on, and those
     * who wait for it get its outcome. Closing again does nothing.
     */
    @Override
    public void close() {
        closed = true;
        byCredential.values().forEach(shared -> shared.keeper().close());
    }
}
