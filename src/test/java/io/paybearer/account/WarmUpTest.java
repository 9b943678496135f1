// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.harness.Configured;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestMerchants;
import io.paybearer.sandbox.Fault;
import io.paybearer.spi.TokenEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** The key {@code warm-up}: a token is there before the first call asks for it. */
class WarmUpTest extends SandboxedTest {

    private Configured account(String warmUp) {
        return Configured.account("gate")
                .with(TestMerchants.paymentsGate(origin()))
                .with("warm-up", warmUp);
    }

    @Test
    void token_isObtainedAtTheStart_whereTheKeySaysSo() {
        Application application = start(account("true"), Runnable::run).application();
        application.begin();
        assertThat(sandbox.tokenCalls()).isEqualTo(1);

        application.get("gate");
        assertThat(sandbox.tokenCalls()).isEqualTo(1);
    }

    @Test
    void token_isNotObtainedAtTheStart_otherwise() {
        start(account("false"), Runnable::run).application().begin();

        assertThat(sandbox.tokenCalls()).isZero();
    }

    @Test
    void failure_isAnEvent_andTheStartGoesOn() {
        List<TokenEvent.Type> told = new ArrayList<>();
        sandbox.faults().always("/auth/token", Fault.status(503));
        Application application = start(account("true"), Runnable::run).application();
        application.listen(event -> told.add(event.type()));
        application.begin();

        assertThat(told).containsExactly(TokenEvent.Type.FAILED);
    }

    @Test
    void storeThatIsStillToCome_isWaitedFor() {
        Configured shared = account("true")
                .key("paybearer.store", "map")
                .key("paybearer.store.encryption-keys", "k1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        Application application = start(shared, Runnable::run).application();
        application.begin();
        assertThat(sandbox.tokenCalls()).isZero();

        application.shareThrough(ConcurrentHashMap::new);
        assertThat(sandbox.tokenCalls()).isEqualTo(1);
    }
}
