// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Accounts that give a credential up, as they do when its secret has changed. */
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
}
