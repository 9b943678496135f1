// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import java.util.concurrent.CountDownLatch;

/** Holds a call to an issuer until the test opens it. */
final class Gate {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    /** A step that waits here, as an HTTP call would: an interrupt breaks it off. */
    ScriptedIssuer.Step before(ScriptedIssuer.Step step) {
        return number -> {
            arrived.countDown();
            try {
                opened.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TokenRequestException(Kind.OUTCOME_UNKNOWN, "interrupted", e);
            }
            return step.answer(number);
        };
    }

    void awaitArrival() throws InterruptedException {
        arrived.await();
    }

    void open() {
        opened.countDown();
    }
}
