// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import io.paybearer.AccessToken;
import io.paybearer.config.AccountConfig;
import io.paybearer.spi.AccountStatus;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.token.Events;
import io.paybearer.token.HeldToken;
import io.paybearer.token.TokenKeeper;
import io.paybearer.token.TokenKeepers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The tokens of the secrets that an account has at present. Thread-safe. */
final class CurrentTokens {

    private static final Duration BEYOND_TIMEOUTS = Duration.ofMillis(500);

    private final AccountConfig config;
    private final TokenKeepers managers;
    private final Events events;
    private volatile @Nullable Managed managed;

    private record Managed(TokenIssuer issuer, TokenKeeper manager) {}

    CurrentTokens(AccountConfig config, TokenKeepers managers, Events events) {
        this.config = config;
        this.managers = managers;
        this.events = events;
    }

    /** Credentials that are refused may just have been changed in their files: what is there now is tried, once. */
    HeldToken get() throws TokenRequestException {
        TokenKeeper manager = manager();
        try {
            return manager.get();
        } catch (TokenRequestException e) {
            TokenKeeper changed = e.kind() == TokenRequestException.Kind.REFUSED ? manager() : manager;
            if (changed == manager) {
                throw e;
            }
            return changed.get();
        }
    }

    private TokenKeeper manager() {
        TokenIssuer issuer = config.issuer().current();
        Managed present = managed;
        return present != null && present.issuer() == issuer ? present.manager() : exchanged(issuer);
    }

    /** The manager of changed secrets; that of the old ones is left to the accounts that still have them. */
    private synchronized TokenKeeper exchanged(TokenIssuer issuer) {
        Managed present = managed;
        if (present != null && present.issuer() == issuer) {
            return present.manager();
        }
        Managed next = new Managed(issuer, managers.manager(events, issuer, config.refreshMargin(), lease()));
        managed = next;
        if (present != null) {
            managers.release(events.provider(), present.issuer());
        }
        return next.manager();
    }

    /** A request for a token does not take longer than its timeouts allow. */
    private Duration lease() {
        return config.endpoint()
                .connectTimeout()
                .plus(config.endpoint().readTimeout())
                .plus(BEYOND_TIMEOUTS);
    }

    /** Of a token of earlier secrets nothing is known any more. */
    void refuse(AccessToken refused) {
        Managed present = managed;
        if (present != null) {
            present.manager().refuse(refused);
        }
    }

    /** What is known, without asking anybody. */
    AccountStatus status() {
        Managed present = managed;
        return present != null
                ? present.manager().status(config.name())
                : new AccountStatus(config.name(), events.provider(), AccountStatus.State.NOT_ASKED, Duration.ZERO);
    }
}
