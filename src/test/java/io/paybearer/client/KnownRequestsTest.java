// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.account.Account;
import io.paybearer.harness.Configured;
import io.paybearer.harness.TestApplication;
import io.paybearer.harness.TestMerchants;
import io.paybearer.harness.TestTime;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An account remembered for one request is found for a request with the same URI, method and property, and for no other. */
class KnownRequestsTest {

    private static final String ONE = "https://api.example.com/v1";
    private static final String AS_LONG = "https://api.example.com/v2";

    private final TestApplication application = TestApplication.start(
            Configured.account("shop").with(TestMerchants.twoCheckout(URI.create("https://api.example.com"))),
            new TestTime(),
            Runnable::run);
    private final Account shop = application.application().account("shop");
    private final KnownRequests requests = new KnownRequests();

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void request_thatIsTheSame_isKnown() {
        requests.keep(ONE, "method", "shop", shop);

        assertThat(requests.find(ONE, "method", new StringBuilder("shop").toString()))
                .isSameAs(shop);
    }

    @Test
    void request_thatDiffersInOneThing_isNotKnown() {
        requests.keep(ONE, "method", "shop", shop);

        assertThat(requests.find(AS_LONG, "method", "shop")).isNull();
        assertThat(requests.find(ONE, "other method", "shop")).isNull();
        assertThat(requests.find(ONE, null, "shop")).isNull();
        assertThat(requests.find(ONE, "method", "other")).isNull();
        assertThat(requests.find(ONE, "method", null)).isNull();
    }

    @Test
    void request_thatIsMadeOftenEnough_becomesKnownInPlaceOfAnother() {
        requests.keep(ONE, null, null, shop);
        int tries = 0;
        while (requests.find(AS_LONG, null, null) == null && tries < 10_000) {
            requests.keep(AS_LONG, null, null, shop);
            tries++;
        }

        assertThat(requests.find(AS_LONG, null, null)).isSameAs(shop);
        assertThat(requests.find(ONE, null, null)).isNull();
    }
}
