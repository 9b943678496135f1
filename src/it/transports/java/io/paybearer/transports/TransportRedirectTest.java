// SPDX-License-Identifier: Apache-2.0
package io.paybearer.transports;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.PaybearerFeature;
import io.paybearer.RequestRefusedException;
import io.paybearer.harness.Configured;
import io.paybearer.harness.TestApplication;
import io.paybearer.harness.TestMerchants;
import io.paybearer.harness.TestTime;
import io.paybearer.harness.WireServer;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No request arrives at the place that a redirect leads to, with any transport, whatever is switched on. */
class TransportRedirectTest {

    private static final List<Integer> STATUSES = List.of(301, 302, 303, 307, 308);
    private static final String SIGNATURE = "/checkout/";
    private static final String REFUSED = "refused: unknown transport";
    private static final String FOLLOWS = "refused: redirects are on";

    private WireServer here;
    private WireServer there;
    private TestApplication application;

    @BeforeEach
    void start() {
        there = WireServer.http();
        here = WireServer.http().answering((request, client) -> client.write(answer(request)));
        application = TestApplication.start(
                Configured.account("two").with(TestMerchants.twoCheckout(here.uri())),
                new TestTime(),
                ForkJoinPool.commonPool());
    }

    @AfterEach
    void stop() {
        application.close();
        here.close();
        there.close();
    }

    private byte[] answer(WireServer.Request request) {
        String status = request.head().replaceFirst("(?s).*?/checkout/(\\d+) .*", "$1");
        return WireServer.response(Integer.parseInt(status), "There", "", "Location: " + there.uri() + "/there");
    }

    static List<Transport> transports() {
        return Transport.present();
    }

    static Stream<Arguments> switchedOn() {
        return Transport.present().stream()
                .flatMap(transport -> Switches.all().stream().map(ways -> Arguments.of(transport, ways)));
    }

    @Test
    void transportOfThisRun_isPresent() {
        String wanted = System.getProperty("transport");
        assertThat(wanted == null || !Transport.present().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("transports")
    void asItComes_staysOrIsRefused(Transport transport) throws Exception {
        List<String> outcomes = outcomes(transport, Switches.NONE);

        assertThat(there.received()).isEmpty();
        if (transport.known()) {
            assertThat(outcomes).containsExactly("301", "301", "302", "302", "303", "303", "307", "307", "308", "308");
        } else {
            assertThat(outcomes).containsOnly(REFUSED);
            assertThat(here.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("switchedOn")
    void switchedOn_staysOrIsRefused(Transport transport, Switches ways) throws Exception {
        List<String> outcomes = outcomes(transport, ways);

        assertThat(there.received()).isEmpty();
        assertThat(outcomes).isSubsetOf("301", "302", "303", "307", "308", REFUSED, FOLLOWS);
    }

    private List<String> outcomes(Transport transport, Switches ways) throws Exception {
        var builder = transport.made().builder();
        ways.builder().to(builder);
        Client client = builder.build().register(PaybearerFeature.forAccount("two"));
        try {
            if (transport.known() && ways != Switches.NONE) {
                outcome(client, 404, "GET", Switches.NONE);
            }
            ways.client().to(client);
            List<String> outcomes = new ArrayList<>();
            for (int status : STATUSES) {
                outcomes.add(outcome(client, status, "GET", ways));
                outcomes.add(outcome(client, status, "POST", ways));
            }
            return outcomes;
        } finally {
            client.close();
        }
    }

    private String outcome(Client client, int status, String method, Switches ways) throws Exception {
        Invocation.Builder call =
                client.target(here.uri()).path(SIGNATURE + status).request();
        ways.call().to(call);
        try (Response response = method.equals("GET") ? call.get() : call.method(method, Entity.json("{}"))) {
            return String.valueOf(response.getStatus());
        } catch (RuntimeException failure) {
            return refusal(failure);
        }
    }

    private static String refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestRefusedException) {
                return cause.getMessage().contains("redirects-are-off=true") ? REFUSED : FOLLOWS;
            }
        }
        return failure.toString();
    }
}
