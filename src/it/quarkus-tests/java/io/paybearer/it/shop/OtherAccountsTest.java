// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.shop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paybearer.AccessTokens;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.junit.PaybearerSandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** A class with other accounts, for which the application is restarted. */
@PaybearerSandbox(
        twoCheckout = {"shop-eu", "shop-us"},
        keys = "quarkus.rest-client.signatures.url={sandbox}")
@QuarkusTest
@TestProfile(OtherAccountsTest.Restarted.class)
class OtherAccountsTest {

    public static class Restarted implements QuarkusTestProfile {}

    @Inject
    Shop shop;

    @Test
    void call_isAccepted_andTheOtherAccountIsThere(PaymentSandbox sandbox) {
        shop.sell();

        assertTrue(sandbox.received().get(0).accepted());
        assertTrue(AccessTokens.fromConfig().get("shop-us").value().length() > 0);
    }
}
