// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import io.paybearer.AccessToken;
import io.paybearer.TokenUnavailableException;
import io.paybearer.config.AccountConfig;
import io.paybearer.origin.BaseUri;
import io.paybearer.spi.AccountStatus;
import io.paybearer.spi.TokenEvent;
import io.paybearer.spi.TokenListener;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.token.Events;
import io.paybearer.token.HeldToken;
import io.paybearer.token.TimeSource;
import io.paybearer.token.TokenKeepers;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A configured account at work: hands out its credential, fresh. Thread-safe. */
public final class Account {

    /** For how long a credential is handed out before clocks, secret files and the token's age are looked at again. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final AccountConfig config;
    private final TokenKeepers managers;
    private final TimeSource time;
    private final Events events;
    private final CurrentTokens tokens;
    private final boolean supportsClientId;
    private volatile @Nullable TokenHeaders ready;

    Account(AccountConfig config, TokenKeepers managers, TimeSource time, TokenListener listener) {
        this.config = config;
        this.managers = managers;
        this.time = time;
        this.events = new Events(config.name(), config.provider().id(), listener);
        this.tokens = new CurrentTokens(config, managers, events);
        this.supportsClientId = config.provider().supportsClientId();
    }

    /**
     * What the next request carries. Blocks only where no token can be served, and never on an event loop.
     *
     * @return the credential
     * @throws TokenUnavailableException if there is none to be had
     */
    public TokenHeaders headers() {
        TokenHeaders present = ready;
        return present != null && present.holdsAt(time.millis()) ? present : lookedAt();
    }

    private TokenHeaders lookedAt() {
        try {
            HeldToken token = tokens.get();
            long now = time.millis();
            TokenHeaders present = ready;
            if (present != null && present.carries(token) && present.holdsAt(now)) {
                return present;
            }
            long window =
                    Math.min(LOOK_EVERY.toMillis(), token.unquestioned(time).toMillis());
            TokenHeaders headers = new TokenHeaders(this, token, now, now + window);
            ready = headers;
            return headers;
        } catch (TokenRequestException e) {
            throw unavailable(e);
        }
    }

    private TokenUnavailableException unavailable(TokenRequestException e) {
        boolean refused = e.kind() == TokenRequestException.Kind.REFUSED;
        boolean retryable = !refused && !managers.closed();
        String remedy = refused
                ? "; the provider refuses the credentials, check "
                        + String.join(", ", config.credentialKeys().get())
                : "";
        return new TokenUnavailableException(
                name(), retryable, "account '" + name() + "' has no token to send: " + e.getMessage() + remedy, e);
    }

    /**
     * A credential that can be had without waiting.
     *
     * @return the credential, or null if it has to be looked at
     */
    @Nullable TokenHeaders readyHeaders() {
        TokenHeaders present = ready;
        return present != null && present.holdsAt(time.millis()) ? present : null;
    }

    /**
     * Stops serving a token that an API has refused.
     *
     * @param refused the token that was sent
     */
    public void refuse(AccessToken refused) {
        tokens.refuse(refused);
    }

    /**
     * Has listeners told of what happened to a call.
     *
     * @param type what
     */
    public void tell(TokenEvent.Type type) {
        events.tell(type);
    }

    /** What is known about it, without asking anybody. */
    AccountStatus status() {
        return tokens.status();
    }

    /**
     * Whether its provider knows child accounts.
     *
     * @return what the provider says
     */
    public boolean supportsClientId() {
        return supportsClientId;
    }

    /**
     * Whether the credential may go there.
     *
     * @param uri the request's URI
     * @return whether one of the base URIs covers it
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
     * Where its API is, for those who do not say.
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
