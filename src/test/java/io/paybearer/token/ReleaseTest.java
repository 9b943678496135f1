// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Accounts that give a credential or an issuer up, as they do when a file has changed. */
class ReleaseTest {

    private final FaultyStore shared = new FaultyStore();

    private static ScriptedIssuer issuer() {
        return ScriptedIssuer.remote("account", "key");
    }

    @Test
    void tokenInASharedStore_staysForNodesThatDoNotKnowYet() throws Exception {
        Bench first = new Bench(issuer(), shared, Optional.empty());
        first.get();
        first.keepers.release("acme", first.issuer);
        first.background.runAll();
        Bench other = new Bench(issuer(), shared, Optional.empty());

        assertThat(other.get()).isEqualTo("t1");
        assertThat(other.calls()).isZero();
    }

    @Test
    void tokenOfThisApplicationAlone_isForgottenWithItsLastAccount() throws Exception {
        Bench bench = Bench.remote();
        bench.keepers.acquire(bench.events, bench.issuer, Optional.empty(), Bench.LEASE);
        bench.get();
        bench.keepers.release("acme", bench.issuer);
        assertThat(again(bench)).isSameAs(bench.keeper);
        bench.keepers.release("acme", bench.issuer);
        bench.keepers.release("acme", bench.issuer);

        assertThat(again(bench)).isNotSameAs(bench.keeper);
    }

    private static TokenKeeper again(Bench bench) {
        return bench.keepers.acquire(bench.events, bench.issuer, Optional.empty(), Bench.LEASE);
    }

    @Test
    void credentialOfMintedTokens_neverAsksASharedStore() throws Exception {
        Bench bench = new Bench(ScriptedIssuer.minting("account", "key"), shared, Optional.empty());
        bench.get();
        bench.keepers.release("acme", bench.issuer);
        bench.background.runAll();

        assertThat(shared.operations()).isEmpty();
    }

    @Test
    void issuerMadeAnew_ofTheSameCredential_isAskedNext_andTheTokenStays() throws Exception {
        for (Bench bench : List.of(Bench.remote(), new Bench(issuer(), shared, Optional.empty()))) {
            bench.get();
            ScriptedIssuer anew = issuer();
            bench.keeper.askThrough(anew);

            assertThat(bench.get()).isEqualTo("t1");
            assertThat(anew.calls()).isEmpty();
            bench.advance(Duration.ofHours(1));
            bench.get();
            assertThat(anew.calls()).containsExactly("refresh r1");
            assertThat(bench.calls()).isEqualTo(1);
        }
    }

    @Test
    void issuerMadeAnew_whileAttemptsRest_isAskedAtOnce() throws Exception {
        Bench bench = Bench.remote();
        bench.issuer.usually(ScriptedIssuer.failing(UNAVAILABLE));
        bench.failure();
        bench.keeper.askThrough(issuer());

        assertThat(bench.get()).isEqualTo("t1");
    }
}
