// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.ReceivedRequest;
import io.paybearer.sandbox.SandboxClock;
import io.paybearer.sandbox.junit.PaybearerSandbox;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each test class of the shop has in common. */
@PaybearerSandbox(twoCheckout = "shop-eu", keys = "quarkus.rest-client.signatures.url={sandbox}")
abstract class ShopTest {

    @Inject
    Shop shop;

    @Test
    void call_isAccepted(PaymentSandbox sandbox) {
        shop.sell();

        assertEquals(1, sandbox.received().size());
        assertTrue(sandbox.received().get(0).accepted());
    }

    @Test
    void token_agesWithTheClock(PaymentSandbox sandbox, SandboxClock clock) {
        shop.sell();
        clock.advance(Duration.ofMinutes(30));
        shop.sell();

        List<ReceivedRequest> received = sandbox.received();
        assertNotEquals(
                received.get(0).header("merchant-token"), received.get(1).header("merchant-token"));
    }
}
