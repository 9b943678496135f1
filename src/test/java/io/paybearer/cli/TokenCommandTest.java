// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.sandbox.Fault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** {@code paybearer token}. */
class TokenCommandTest extends CliTest {

    @Test
    void token_isPrintedAlone_andTheProviderAcceptsIt() throws Exception {
        Run run = Run.of("token", "gate", "--config", file(gate(), shop()));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).hasSize(1);
        assertThat(verdict(
                        "/deals/payin",
                        Map.of("Authorization", "Bearer " + run.out().strip())))
                .isEqualTo("accepted");
    }

    @Test
    void onlyAccount_needsNoName() {
        assertThat(Run.of("token", "-c", file(shop())).out()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\R");
    }

    @Test
    void headers_areThoseOfACall() throws Exception {
        Run run = Run.of("token", "--headers", "-c", file(shop()));

        assertThat(run.out().lines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Authorization: Bearer "),
                        second -> assertThat(second).startsWith("merchant-token: "));
        String[] second = run.out().lines().toList().get(1).split(": ");
        assertThat(verdict("/checkout/api/encrypt/generate/signature", Map.of(second[0], second[1])))
                .isEqualTo("accepted");
    }

    @Test
    void headers_ofAPartner_nameTheConfiguredChild() {
        Map<String, String> keys = partner();
        keys.put("paybearer.account.partner.client-id", "cl_2");

        assertThat(Run.of("token", "--headers", "-c", file(keys)).out().lines()).contains("Client-Id: cl_2");
    }

    @Test
    void json_hasTheTokenAndItsExpiry() {
        Map<String, Object> json =
                Run.of("token", "shop", "--json", "-c", file(shop())).json();

        assertThat(json)
                .containsEntry("account", "shop")
                .containsEntry("provider", "2checkout")
                .containsKey("expiresAt");
        assertThat(json.get("headers"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("merchant-token", json.get("token"));
    }

    @Test
    void unknownAccount_isAProblemOfTheConfiguration() {
        Run run = Run.of("token", "shop-us", "-c", file(shop()));

        assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error: there is no such payment account; configured are [shop]");
    }

    @Test
    void severalAccounts_needAName() {
        Run run = Run.of("token", "-c", file(gate(), shop()));

        assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run.err()).contains("[gate, shop]");
    }

    @Test
    void refusedCredentials_endWith4_andAnOutageWith5() {
        String file = file(gate());
        sandbox.faults().next("/auth/token", Fault.status(403), Fault.status(503));

        Run refused = Run.of("token", "gate", "-c", file);
        Run unavailable = Run.of("token", "gate", "-c", file);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("answered 403", "paybearer.account.gate.account-id");
        assertThat(unavailable.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(unavailable.err()).contains("answered 503");
        assertThat(refused.out() + unavailable.out()).isEmpty();
    }

    @Test
    void failure_inJson_saysWhetherToTryAgain() {
        sandbox.faults().always("/auth/token", Fault.status(503));

        Run run = Run.of("token", "gate", "--json", "-c", file(gate()));

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(run.json()).containsEntry("exitCode", 5L);
        assertThat(run.json().get("error"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("account", "gate")
                .containsEntry("retryable", true);
    }

    /** What the stand-in thinks of a call with these headers. */
    private String verdict(String path, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.uri() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        headers.forEach(request::header);
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
        return sandbox.received().get(sandbox.received().size() - 1).verdict();
    }
}
