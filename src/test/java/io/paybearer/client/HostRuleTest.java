// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.PaybearerFeature;
import io.paybearer.RequestRefusedException;
import io.paybearer.harness.SandboxedTest;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Invocation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A header {@code Host} of the application: it names a place where the credential may go, or the call is refused. */
class HostRuleTest extends SandboxedTest {

    @BeforeEach
    void configure() {
        start(everyProvider());
    }

    private String called(String name, Object... hosts) {
        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.forAccount("less"))) {
            Invocation.Builder call = client.target(origin()).path("payments").request();
            for (Object host : hosts) {
                call.header(name, host);
            }
            return call.get(String.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "127.0.0.1",
                "127.0.0.1:1",
                "localhost:{port}",
                "127.0.0.1:{port}.evil.example",
                "127.0.0.1:{port}@evil.example",
                "evil.example#127.0.0.1:{port}",
                "127.0.0.1:{port}/",
                "127.0.0.1:{port}/..",
                "127.0.0.1:{port}, evil.example",
                "１27.0.0.1:{port}",
                " ",
                ""
            })
    void anotherHost_isRefused_withoutBeingShown(String host) {
        String text = host.replace("{port}", String.valueOf(origin().getPort()));
        for (String name : new String[] {"Host", "host", "HOST"}) {
            assertThatThrownBy(() -> called(name, text))
                    .isInstanceOf(RequestRefusedException.class)
                    .hasMessageContaining("paybearer.account.less.base-uri")
                    .hasMessageNotContaining("evil");
        }
        assertThat(sandbox.received()).isEmpty();
    }

    @Test
    void severalHosts_areRefused() {
        String own = "127.0.0.1:" + origin().getPort();

        assertThatThrownBy(() -> called("Host", own, "evil.example")).isInstanceOf(RequestRefusedException.class);
    }

    @Test
    void hostOfTheUri_isAccepted() {
        assertThat(called("Host", "127.0.0.1:" + origin().getPort())).isNotEmpty();
    }
}
