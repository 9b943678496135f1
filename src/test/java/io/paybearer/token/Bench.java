// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.AccessToken;
import io.paybearer.harness.NoSealer;
import io.paybearer.harness.TestTime;
import io.paybearer.spi.TokenEvent;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** One credential's keeper with everything around it in the test's hands; without jitter, unless the test wants it. */
final class Bench {

    static final Duration LEASE = Duration.ofMillis(7_500);

    final TestTime time = new TestTime();
    final @Nullable TokenStore store;
    final ScriptedIssuer issuer;
    final List<TokenEvent> told = new CopyOnWriteArrayList<>();
    final Events events = new Events("account", "acme", told::add);
    final ManualExecutor background = new ManualExecutor();
    final TokenKeepers keepers;
    final TokenKeeper keeper;
    volatile double random;

    Bench(ScriptedIssuer issuer, @Nullable TokenStore store, Optional<Duration> refreshMargin) {
        this.issuer = issuer;
        this.store = store;
        this.keepers = new TokenKeepers(
                store == null ? null : new TokenKeepers.SealedStore(store, new NoSealer()),
                time,
                () -> random,
                background);
        this.keeper = keepers.acquire(events, issuer, refreshMargin, LEASE);
    }

    static Bench remote() {
        return new Bench(ScriptedIssuer.remote("account", "key"), null, Optional.empty());
    }

    static Bench minting() {
        return new Bench(
                ScriptedIssuer.minting("account", "key").usually(ScriptedIssuer.unrenewable(Duration.ofMinutes(30))),
                null,
                Optional.empty());
    }

    /** The value of the token that a caller gets. */
    String get() throws TokenRequestException {
        return keeper.get().accessToken().value();
    }

    /** The failure that a caller gets. */
    TokenRequestException failure() {
        return Assertions.catchThrowableOfType(TokenRequestException.class, keeper::get);
    }

    void advance(Duration step) {
        time.advance(step);
    }

    void advanceSeconds(double seconds) {
        time.advance(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    void invalidate(String token) {
        keepers.refuse(new AccessToken(token, time.instant()));
    }

    int calls() {
        return issuer.calls().size();
    }
}
