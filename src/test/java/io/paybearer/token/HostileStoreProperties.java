// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.harness.NoSealer;
import io.paybearer.harness.TestTime;
import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import io.paybearer.token.HostileStore.Mode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Two nodes, and a store that is hostile in another way with each operation. */
class HostileStoreProperties {

    /** What may happen to one node; {@code OTHER_NODE} makes the other node the one to which it happens. */
    enum Event {
        CALL,
        CALL_AGAIN,
        OTHER_NODE,
        BACKGROUND_RUNS,
        SECOND_PASSES,
        QUARTER_PASSES,
        HOUR_PASSES,
        TOKEN_IS_REFUSED,
        PROVIDER_IS_DOWN,
        PROVIDER_IS_MUTE,
        PROVIDER_IS_WELL
    }

    @Provide
    Arbitrary<List<Event>> histories() {
        return Arbitraries.of(Event.class).list().ofMinSize(1).ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Event>> historiesOfAProviderThatIsWell() {
        return Arbitraries.of(Event.class)
                .filter(event -> !event.name().startsWith("PROVIDER"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Mode>> mixtures() {
        return Arbitraries.of(Mode.class).list().ofMinSize(1).ofMaxSize(6);
    }

    @Property(tries = 1000)
    void anyMixture_failsNoCall(
            @ForAll("historiesOfAProviderThatIsWell") List<Event> history,
            @ForAll("mixtures") List<Mode> mixture,
            @ForAll long seed) {
        play(history, new HostileStore(seed, mixture), false);
    }

    /** Nor does a node send a refresh token twice, or serve a token that it knows as refused. */
    @Property(tries = 1000)
    void anyMixture_failsNoCallThatTheProviderDoesNotFail(
            @ForAll("histories") List<Event> history, @ForAll("mixtures") List<Mode> mixture, @ForAll long seed) {
        play(history, new HostileStore(seed, mixture), true);
    }

    private static void play(List<Event> history, HostileStore store, boolean mayFail) {
        TestTime time = new TestTime();
        store.within(time);
        RotatingProvider provider = RotatingProvider.withLogin();
        Node here = new Node(store, time, provider);
        Node there = new Node(store, time, provider);
        for (Event event : history) {
            if (event == Event.OTHER_NODE) {
                Node other = there;
                there = here;
                here = other;
            }
            here.play(event);
        }
        assertThat(mayFail ? 0 : here.failures + there.failures).isZero();
    }

    private static final class Node {

        private final HostileStore store;
        private final TestTime time;
        private final RotatingProvider provider;
        private final Counting issuer;
        private final ManualExecutor background = new ManualExecutor();
        private final TokenKeepers keepers;
        private final TokenKeeper keeper;
        private final Set<String> refused = new HashSet<>();
        private int failures;

        Node(HostileStore store, TestTime time, RotatingProvider provider) {
            this.store = store;
            this.time = time;
            this.provider = provider;
            this.issuer = new Counting(provider);
            this.keepers =
                    new TokenKeepers(new TokenKeepers.SealedStore(store, new NoSealer()), time, () -> 0.5, background);
            this.keeper =
                    keepers.acquire(new Events("account", "acme", event -> {}), issuer, Optional.empty(), Bench.LEASE);
        }

        void play(Event event) {
            store.operations();
            switch (event) {
                case CALL, CALL_AGAIN, OTHER_NODE -> call();
                case BACKGROUND_RUNS -> background.runAll();
                case SECOND_PASSES -> time.advance(Duration.ofSeconds(1));
                case QUARTER_PASSES -> time.advance(Duration.ofMinutes(15));
                case HOUR_PASSES -> time.advance(Duration.ofHours(1));
                case TOKEN_IS_REFUSED -> refuse();
                case PROVIDER_IS_DOWN -> provider.mode(RotatingProvider.Mode.DOWN);
                case PROVIDER_IS_MUTE -> provider.mode(RotatingProvider.Mode.MUTE);
                case PROVIDER_IS_WELL -> provider.mode(RotatingProvider.Mode.WELL);
            }
        }

        private void call() {
            issuer.attempts = 0;
            long begin = time.monotonicNanos();
            try {
                HeldToken token = keeper.get();
                assertThat(token.freshness()).isNotEqualTo(Freshness.EXPIRED);
                assertThat(refused).doesNotContain(token.accessToken().value());
            } catch (TokenRequestException e) {
                failures++;
                assertThat(issuer.providersFailure).as("%s", e).isTrue();
            }
            assertThat(store.operations()).isLessThanOrEqualTo(HostileStoreTest.MOST_OPERATIONS);
            assertThat(time.monotonicNanos() - begin).isLessThanOrEqualTo(HostileStoreTest.LONGEST.toNanos());
            assertThat(issuer.attempts).isLessThanOrEqualTo(1);
        }

        private void refuse() {
            try {
                HeldToken token = keeper.get();
                if (token.age().compareTo(Duration.ofSeconds(5)) >= 0) {
                    keepers.refuse(token.accessToken());
                    refused.add(token.accessToken().value());
                }
            } catch (TokenRequestException e) {
                failures++;
                assertThat(issuer.providersFailure).as("%s", e).isTrue();
            }
        }
    }

    /** The provider as one node asks it. */
    private static final class Counting implements TokenIssuer {

        private final RotatingProvider provider;
        private final Set<String> sent = new HashSet<>();
        private int attempts;
        private boolean providersFailure;

        Counting(RotatingProvider provider) {
            this.provider = provider;
        }

        @Override
        public List<String> credential() {
            return provider.credential();
        }

        @Override
        public IssuedToken issue() throws TokenRequestException {
            attempts++;
            return noted(provider::issue);
        }

        @Override
        public IssuedToken refresh(IssuedToken previous) throws TokenRequestException {
            String token = previous.refreshToken().reveal();
            assertThat(sent.add(token))
                    .as("first use of %s by this node", token)
                    .isTrue();
            try {
                attempts++;
                return noted(() -> provider.refresh(previous));
            } catch (TokenRequestException e) {
                if (e.kind() == Kind.UNAVAILABLE) { // the provider has not acted
                    sent.remove(token);
                }
                if (e.kind() == Kind.REFUSED) { // the login that follows is a part of the attempt
                    attempts--;
                }
                throw e;
            }
        }

        private interface Request {
            IssuedToken send() throws TokenRequestException;
        }

        private IssuedToken noted(Request request) throws TokenRequestException {
            try {
                return request.send();
            } catch (TokenRequestException e) {
                providersFailure = true;
                throw e;
            }
        }
    }
}
