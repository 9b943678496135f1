// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.sandbox.PaymentSandbox;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stand-ins that the test classes of a run get one after the other. */
class StandInsOfRunTest {

    private final StandInsOfRun run = new StandInsOfRun();

    @AfterEach
    void end() {
        run.close();
    }

    @Test
    void nextClass_getsTheSame() {
        PaymentSandbox first = run.borrow(0);
        run.giveBack(first);

        assertThat(run.borrow(0)).isSameAs(first);
    }

    @Test
    void classInsideAnother_getsItsOwn_andTheNextClassGetsTheFirstAgain() {
        PaymentSandbox outer = run.borrow(0);
        PaymentSandbox inner = run.borrow(0);
        assertThat(inner.uri()).isNotEqualTo(outer.uri());
        run.giveBack(inner);
        run.giveBack(outer);

        assertThat(run.borrow(0)).isSameAs(outer);
    }

    @Test
    void namedPort_isTakenWhileAClassHasIt() {
        PaymentSandbox free = run.borrow(0);
        int port = free.uri().getPort();
        free.close();

        for (int i = 0; i < 2; i++) {
            PaymentSandbox named = run.borrow(port);
            assertThat(named.uri().getPort()).isEqualTo(port);
            assertThatThrownBy(() -> run.borrow(port)).isInstanceOf(UncheckedIOException.class);
            run.giveBack(named);
        }
    }

    @Test
    void end_freesThePort() {
        PaymentSandbox sandbox = run.borrow(0);
        run.giveBack(sandbox);

        run.close();

        PaymentSandbox.start(sandbox.uri().getPort()).close();
    }
}
