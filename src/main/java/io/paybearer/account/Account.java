// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;

import io.paybearer.AccessToken;
import io.paybearer.TokenUnavailableException;
import io.paybearer.config.AccountConfig;
import io.paybearer.config.ConstantHeaders;
import io.paybearer.config.Credentials;
import io.paybearer.http.EndpointSettings;
import io.paybearer.origin.BaseUri;
import io.paybearer.spi.AccountStatus;
import io.paybearer.spi.TokenEvent;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenListener;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.token.Events;
import io.paybearer.token.HeldToken;
import io.paybearer.token.TimeSource;
import io.paybearer.token.TokenKeeper;
import io.paybearer.token.TokenKeepers;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A configured account at work: it gives each request the headers that carry its token. Thread-safe. */
public final class Account {

    /** For how long the same headers are handed out before clocks, secret files and the token's age are looked at again. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** How much longer than its timeouts a request for a token may take. */
    private static final Duration BEYOND_TIMEOUTS = Duration.ofMillis(500);

    private final AccountConfig config;
    private final TokenKeepers keepers;
    private final TimeSource time;
    private final Events events;
    private final Duration leaseTime;
    private final OnceAMinute explanations;
    private volatile @Nullable TokenHeaders ready;
    private volatile @Nullable Current current;

    /** What was made of what the secret files hold at present, and the keeper of its credential. */
    private record Current(Credentials credentials, TokenKeeper keeper) {

        Served served() throws TokenRequestException {
            return new Served(keeper.get(), credentials.constants());
        }
    }

    /** A token, and the headers that go with it. */
    private record Served(HeldToken token, ConstantHeaders constants) {}

    Account(AccountConfig config, TokenKeepers keepers, TimeSource time, TokenListener listener) {
        this.config = config;
        this.keepers = keepers;
        this.time = time;
        this.events = new Events(config.name(), config.provider().id(), listener);
        this.explanations = new OnceAMinute(time);
        EndpointSettings endpoint = config.endpoint();
        this.leaseTime = endpoint.connectTimeout().plus(endpoint.readTimeout()).plus(BEYOND_TIMEOUTS);
    }

    /**
     * What the next request carries. Blocks only where no token can be served, and never on an event loop.
     *
     * @return the headers
     * @throws TokenUnavailableException if there is no token to be had
     */
    public TokenHeaders headers() {
        TokenHeaders present = readyHeaders();
        return present != null ? present : look();
    }

    /** Has a token obtained in the background, if the configuration says so. */
    void warmUp() {
        if (config.warmUp()) {
            current().keeper().warmUp();
        }
    }

    /**
     * The headers that can be had without waiting.
     *
     * @return the headers, or null if the token has to be looked at
     */
    @Nullable TokenHeaders readyHeaders() {
        TokenHeaders present = ready;
        return present != null && present.holdsAt(time.millis()) ? present : null;
    }

    /** Of a herd of callers that waited for the same token, one makes the headers for all. */
    private TokenHeaders look() {
        try {
            Served served = served();
            TokenHeaders present = readyHeaders();
            return present != null && present.carries(served.token(), served.constants()) ? present : made(served);
        } catch (TokenRequestException e) {
            throw unavailable(e);
        }
    }

    private TokenHeaders made(Served served) {
        long now = time.millis();
        long window =
                Math.min(LOOK_EVERY.toMillis(), served.token().servableFor().toMillis());
        TokenHeaders headers = new TokenHeaders(this, served.token(), served.constants(), now, now + window);
        ready = headers;
        return headers;
    }

    /**
     * The headers that go with the account's token, for a request that needs no token of the account.
     *
     * @return the constant headers
     */
    public ConstantHeaders constants() {
        return config.credentials().current().constants();
    }

    /** A token of the keeper, and what goes with it. Refused credentials may just have been changed in their files: the new ones are tried, once. */
    private Served served() throws TokenRequestException {
        Current present = current();
        try {
            return present.served();
        } catch (TokenRequestException e) {
            Current changed = e.kind() == REFUSED ? current() : present;
            if (changed.credentials() == present.credentials()) {
                throw e;
            }
            return changed.served();
        }
    }

    private Current current() {
        Credentials credentials = config.credentials().current();
        Current present = current;
        return present != null && present.credentials() == credentials ? present : exchanged(credentials);
    }

    /**
     * Changes to the keeper of the new secrets, and leaves the keeper of the old secrets to accounts that still have these. If
     * the new issuer has the same credential, the keeper stays: only the way to the provider has changed, such as its trust store.
     */
    private synchronized Current exchanged(Credentials credentials) {
        Current present = current;
        if (present != null && present.credentials() == credentials) {
            return present;
        }
        TokenIssuer issuer = credentials.issuer();
        Current next = new Current(credentials, keepers.acquire(events, issuer, config.refreshMargin(), leaseTime));
        if (present != null) {
            keepers.release(events.provider(), present.credentials().issuer());
            next.keeper().askThrough(issuer);
        }
        current = next;
        return next;
    }

    /** Forgets the token, all failures and what the log has explained. An attempt under way goes on, for those who wait for it. */
    synchronized void startOver() {
        Current present = current;
        if (present != null) {
            keepers.release(events.provider(), present.credentials().issuer());
        }
        current = null;
        ready = null;
        explanations.startOver();
    }

    private TokenUnavailableException unavailable(TokenRequestException e) {
        String message = "account '" + name() + "' has no token to send: " + e.getMessage();
        if (e.kind() == REFUSED) {
            String keys = String.join(", ", config.credentialKeys().get());
            message += "; the provider refuses the credentials, check " + keys;
        }
        return new TokenUnavailableException(name(), e.kind() != REFUSED && !keepers.closed(), message, e);
    }

    /**
     * Stops serving a token that an API has refused. A token of earlier secrets is not served any more in any case.
     *
     * @param refused the token that was sent
     * @return whether the token is so new that its age cannot be the reason; it is served on then
     */
    public boolean refuse(AccessToken refused) {
        Current present = current;
        return present != null && present.keeper().refuse(refused);
    }

    /**
     * Whether the log may explain now why a call of the account was answered 401: once a minute. Who gets this answer explains it.
     *
     * @return whether it may
     */
    public boolean mayExplain() {
        return explanations.isDue();
    }

    /**
     * The difference between the clock of this machine and another clock.
     *
     * @param other what the other clock shows at present
     * @return how far the other clock is ahead; negative if it is behind
     */
    public Duration clockDifference(Instant other) {
        return Duration.between(time.instant(), other);
    }

    /** Has another attempt made in the background if the last one has left no token and the pause after it is over. */
    public void recover() {
        Current present = current;
        if (present != null) {
            present.keeper().recover();
        }
    }

    /**
     * Whether the application is not ready while calls of the account fail.
     *
     * @return what the configuration says
     */
    public boolean countsForReadiness() {
        return config.readiness();
    }

    /**
     * What is known about the account, without asking the provider.
     *
     * @return the present state
     */
    public AccountStatus status() {
        Current present = current;
        return present != null
                ? present.keeper().status(name())
                : new AccountStatus(name(), events.provider(), AccountStatus.State.NOT_ASKED, Duration.ZERO);
    }

    /**
     * Tells the listeners what has happened to a call.
     *
     * @param type what has happened
     */
    public void tell(TokenEvent.Type type) {
        events.tell(type);
    }

    /**
     * Whether the account belongs to a provider.
     *
     * @param provider the provider's id
     * @return true if it does
     */
    public boolean isOf(String provider) {
        return events.provider().equals(provider);
    }

    /**
     * Whether the token may go there.
     *
     * @param uri the request's URI
     * @return whether one of the account's base URIs covers it
     */
    public boolean covers(URI uri) {
        List<BaseUri> bases = config.baseUris();
        for (int i = 0; i < bases.size(); i++) {
            if (bases.get(i).covers(uri)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Where the account's API is.
     *
     * @return the first base URI
     */
    public URI baseUri() {
        return config.baseUris().get(0).uri();
    }

    /**
     * The account's name.
     *
     * @return the name
     */
    public String name() {
        return config.name();
    }

    /**
     * What is configured.
     *
     * @return the configuration
     */
    public AccountConfig config() {
        return config;
    }

    @Override
    public String toString() {
        return "Account[" + name() + "]";
    }
}
