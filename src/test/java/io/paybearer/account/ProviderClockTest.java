// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.PaybearerFeature;
import io.paybearer.harness.Configured;
import io.paybearer.harness.SandboxedTest;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers whose clocks do not show our time. */
class ProviderClockTest extends SandboxedTest {

    private static final String[] PATHS = {
        "/deals/payin", "/checkout/api/encrypt/generate/signature", "/payments", "/contacts"
    };

    private Configured accounts(String skew) {
        return everyProvider()
                .and("two")
                .with("clock-skew", skew)
                .and("less")
                .with("clock-skew", skew)
                .and("partner")
                .with("clock-skew", skew);
    }

    /** Calls every twenty seconds through a token's whole life and into the next one's. */
    private void assertAllAccepted() {
        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.class)) {
            for (int second = 0; second < 2400; second += 20) {
                for (String path : PATHS) {
                    try (Response response =
                            client.target(origin()).path(path).request().post(Entity.json("{}"))) {
                        assertThat(response.getStatus())
                                .as("%s after %d s: %s", path, second, last())
                                .isEqualTo(200);
                    }
                }
                time.advance(Duration.ofSeconds(20));
            }
        }
    }

    @Test
    void providerThirtySecondsBehind_withThatSkew_acceptsEveryCall() {
        sandbox.settings().clockBehind(Duration.ofSeconds(30));
        start(accounts("30s"), Runnable::run);

        assertAllAccepted();
    }

    @ParameterizedTest
    @ValueSource(longs = {30, 5, 0, -4})
    void providerAhead_orAFewSecondsBehind_acceptsEveryCall_asConfiguredByDefault(long ahead) {
        sandbox.settings().clockBehind(Duration.ofSeconds(-ahead));
        start(everyProvider(), Runnable::run);

        assertAllAccepted();
    }
}
