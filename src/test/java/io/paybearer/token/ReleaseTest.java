// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Accounts that give a credential up, as they do when its secret has changed. */
class ReleaseTest {

    private final FaultyStore shared = new FaultyStore();
    private final MemoryTokenStore own = new MemoryTokenStore();

    private static ScriptedIssuer issuer() {
        return ScriptedIssuer.remote("account", "key");
    }

    private static String key(ScriptedIssuer issuer) {
        return Fingerprint.of("acme", issuer.credential());
    }

    @Test
    void tokenInASharedStore_staysForNodesThatDoNotKnowYet() throws Exception {
        Bench first = new Bench(issuer(), shared, Optional.empty());
        first.get();
        first.managers.release("acme", first.issuer);
        first.background.runAll();
        Bench other = new Bench(issuer(), shared, Optional.empty());

        assertThat(other.get()).isEqualTo("t1");
        assertThat(other.calls()).isZero();
    }

    @Test
    void tokenInMemory_isForgottenWithItsLastAccount() throws Exception {
        Bench bench = new Bench(issuer(), own, Optional.empty());
        bench.managers.manager(bench.events, bench.issuer, Optional.empty(), Bench.LEASE);
        bench.get();
        bench.managers.release("acme", bench.issuer);
        assertThat(own.get(key(bench.issuer))).isNotNull();
        bench.managers.release("acme", bench.issuer);

        assertThat(own.get(key(bench.issuer))).isNull();
    }

    @Test
    void credentialOfMintedTokens_neverAsksASharedStore() throws Exception {
        Bench bench = new Bench(ScriptedIssuer.minting("account", "key"), shared, Optional.empty());
        bench.get();
        bench.managers.release("acme", bench.issuer);
        bench.background.runAll();

        assertThat(shared.operations()).isEmpty();
    }
}
