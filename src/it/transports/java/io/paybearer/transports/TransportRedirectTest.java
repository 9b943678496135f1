// SPDX-License-Identifier: Apache-2.0
package io.paybearer.transports;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.PaybearerFeature;
import io.paybearer.PaymentAccount;
import io.paybearer.RequestRefusedException;
import io.paybearer.harness.Configured;
import io.paybearer.harness.TestApplication;
import io.paybearer.harness.TestMerchants;
import io.paybearer.harness.TestTime;
import io.paybearer.harness.WireServer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No request arrives at the place that a redirect leads to, with any transport, whatever is switched on. */
public class TransportRedirectTest {

    private static final List<Integer> STATUSES = List.of(301, 302, 303, 307, 308);
    private static final List<String> STAYED = STATUSES.stream()
            .map(String::valueOf)
            .flatMap(status -> Stream.of(status, status, status))
            .toList();
    private static final String SIGNATURE = "/checkout/";
    private static final String REFUSED = "refused: unknown transport";
    private static final String FOLLOWS = "refused: redirects are on";

    /** The listener makes such an interface stay. */
    @PaymentAccount("two")
    public interface Annotated extends Typed {}

    /** The feature is registered on such an interface. */
    public interface Typed extends AutoCloseable {
        @GET
        @Path(SIGNATURE + "{status}")
        Response get(@PathParam("status") int status);
    }

    private WireServer here;
    private WireServer there;
    private TestApplication application;

    @BeforeEach
    void start() {
        there = WireServer.http();
        here = WireServer.http().answering((request, client) -> client.write(answer(request)));
        application = application("false");
    }

    @AfterEach
    void stop() {
        application.close();
        here.close();
        there.close();
    }

    private TestApplication application(String redirectsAreOff) {
        return TestApplication.start(
                Configured.account("two")
                        .with(TestMerchants.twoCheckout(here.uri()))
                        .with("redirects-are-off", redirectsAreOff),
                new TestTime(),
                ForkJoinPool.commonPool());
    }

    private byte[] answer(WireServer.Request request) {
        String status = request.head().replaceFirst("(?s).*?/checkout/(\\d+) .*", "$1");
        return WireServer.response(Integer.parseInt(status), "There", "", "Location: " + there.uri() + "/there");
    }

    static List<Transport> transports() {
        return Transport.present();
    }

    static Stream<Transport> unknown() {
        return Transport.present().stream().filter(transport -> !transport.known());
    }

    static Stream<Arguments> switchedOn() {
        return Transport.present().stream()
                .flatMap(transport -> Switches.all().stream().map(ways -> Arguments.of(transport, ways)));
    }

    @Test
    void transportsOfThisRun_areThoseOfItsClassPath() throws Exception {
        Set<String> used = new LinkedHashSet<>();
        for (Transport transport : Transport.present()) {
            used.add(transport.used());
        }
        assertThat(used)
                .containsExactly(System.getProperty("transports", "").strip().split("\\s+"));
    }

    @ParameterizedTest
    @MethodSource("transports")
    void asItComes_staysOrIsRefused(Transport transport) throws Exception {
        List<String> outcomes = outcomes(transport, Switches.NONE);

        assertThat(there.received()).isEmpty();
        if (transport.known()) {
            assertThat(outcomes).isEqualTo(STAYED);
            assertThat(here.received()).hasSameSizeAs(STAYED);
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

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("unknown")
    void redirectsAreOff_unknownTransport_isNotRefused(Transport transport) throws Exception {
        application.close();
        application = application("true");

        assertThat(outcomes(transport, Switches.NONE)).doesNotContain(REFUSED, FOLLOWS);
        assertThat(here.received()).hasSameSizeAs(STAYED);
    }

    @Test
    void typedClient_redirectsSwitchedOn_staysOrIsRefused() throws Exception {
        List<String> outcomes = new ArrayList<>();
        RestClientBuilder builder =
                RestClientBuilder.newBuilder().baseUri(here.uri()).followRedirects(true);
        try (Typed typed = builder.register(PaybearerFeature.forAccount("two")).build(Typed.class)) {
            STATUSES.forEach(status -> outcomes.add(outcome(() -> typed.get(status))));
        }
        assertThat(there.received()).isEmpty();
        assertThat(outcomes).isSubsetOf("301", "302", "303", "307", "308", REFUSED, FOLLOWS);
    }

    @Test
    void annotatedClient_redirectsSwitchedOn_staysOrIsRefused() throws Exception {
        List<String> outcomes = new ArrayList<>();
        RestClientBuilder builder =
                RestClientBuilder.newBuilder().baseUri(here.uri()).followRedirects(true);
        try (Annotated annotated = builder.build(Annotated.class)) {
            STATUSES.forEach(status -> outcomes.add(outcome(() -> annotated.get(status))));
        }
        assertThat(there.received()).isEmpty();
        if (Transport.present().get(0).known()) {
            assertThat(outcomes).containsExactly("301", "302", "303", "307", "308");
        } else {
            assertThat(outcomes).containsOnly(REFUSED);
        }
    }

    /** Of each status with GET, with POST, and with GET asynchronously where that works. */
    private List<String> outcomes(Transport transport, Switches ways) throws Exception {
        var builder = transport.made().builder();
        ways.builder().to(builder);
        Client client = builder.build().register(PaybearerFeature.forAccount("two"));
        try {
            if (transport.known() && ways != Switches.NONE) {
                outcome(call(client, 404, Switches.NONE)::get);
            }
            ways.client().to(client);
            List<String> outcomes = new ArrayList<>();
            for (int status : STATUSES) {
                Invocation.Builder get = call(client, status, ways);
                outcomes.add(outcome(get::get));
                Invocation.Builder post = call(client, status, ways);
                outcomes.add(outcome(() -> post.post(Entity.json("{}"))));
                Invocation.Builder later = call(client, status, ways);
                outcomes.add(outcome(() -> transport.losesAnswers()
                        ? later.get()
                        : later.async().get().get(20, TimeUnit.SECONDS)));
            }
            return outcomes;
        } finally {
            client.close();
        }
    }

    private Invocation.Builder call(Client client, int status, Switches ways) throws ReflectiveOperationException {
        Invocation.Builder call =
                client.target(here.uri()).path(SIGNATURE + status).request();
        ways.call().to(call);
        return call;
    }

    private static String outcome(Callable<Response> call) {
        try (Response response = call.call()) {
            return String.valueOf(response.getStatus());
        } catch (Exception failure) {
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
