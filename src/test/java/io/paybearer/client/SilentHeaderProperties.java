// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.PaybearerFeature;
import io.paybearer.PaymentAccount;
import io.paybearer.harness.Configured;
import io.paybearer.harness.RawServer;
import io.paybearer.harness.TestApplication;
import io.paybearer.harness.TestMerchants;
import io.paybearer.harness.TestTime;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/** Headers whose values say nothing: ours are in their place on the wire, once, and values that say something stay. */
public class SilentHeaderProperties {

    private static final List<String> HEADERS = List.of("Authorization", "merchant-token", "X-Token", "Client-Id");

    private RawServer server;
    private TestApplication application;

    @BeforeProperty
    void start() {
        server = RawServer.start();
        application = TestApplication.start(
                Configured.account("partner")
                        .with(TestMerchants.borderlessPartner(server.uri()))
                        .with("base-uri", server.uri().toString())
                        .with("token-headers", "Authorization,merchant-token,X-Token")
                        .with("client-id", "cl_1"),
                new TestTime(),
                Runnable::run);
    }

    @AfterProperty
    void stop() {
        application.close();
        server.close();
    }

    /** A value that an application has computed and that turns out to be blank. */
    private record Computed(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    @Provide
    Arbitrary<List<Object>> values() {
        Arbitrary<Object> nothing =
                Arbitraries.of("", " ", "\t", "  ", "\u00a0", "\u200b", "\ufeff", new Computed(" "));
        Arbitrary<Object> something = Arbitraries.of("own-1", "own-2", new Computed("own-3"));
        return Arbitraries.frequencyOf(Tuple.of(3, nothing.injectNull(0.5)), Tuple.of(1, something))
                .list()
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.of(HEADERS)
                .flatMap(name -> Arbitraries.of(name, name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT)));
    }

    @Property(tries = 100)
    void header_thatSaysNothing_isOurs_andOneThatSaysSomethingStays(
            @ForAll("headers") String name, @ForAll("values") List<Object> values) {
        ClientRequestFilter application = request -> request.getHeaders().put(name, new ArrayList<>(values));
        try (Client client =
                ClientBuilder.newClient().register(PaybearerFeature.class).register(application)) {
            client.target(server.uri()).request().get(String.class);
        }
        List<String> own = values.stream()
                .filter(value -> value != null && value.toString().startsWith("own"))
                .map(Object::toString)
                .toList();

        assertOnWire(header -> header.equalsIgnoreCase(name) && !own.isEmpty() ? String.join(",", own) : ours(header));
    }

    private static String ours(String header) {
        return header.equals("Client-Id") ? "cl_1" : "a token";
    }

    private void assertOnWire(UnaryOperator<String> expected) {
        List<List<String>> heads = server.take();
        assertThat(heads).hasSize(1);
        for (String header : HEADERS) {
            List<String> lines = RawServer.lines(heads.get(0), header);
            String values = String.join(
                    ",", lines.stream().map(line -> value(line, header)).toList());
            assertThat(values).as("%s in %s", header, heads).isEqualTo(expected.apply(header));
        }
    }

    private static String value(String line, String header) {
        String value = line.substring(header.length() + 1).strip();
        String token = header.equals("Authorization") && value.startsWith("Bearer ") ? value.substring(7) : value;
        return token.matches("ey[\\w-]+\\.[\\w-]+\\.[\\w-]+") ? "a token" : value.replaceAll("\\s*,\\s*", ",");
    }

    /** Copies the incoming header, and there is none. */
    public static class CopiesAbsentHeaders implements ClientHeadersFactory {
        @Override
        public MultivaluedMap<String, String> update(
                MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
            MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
            HEADERS.forEach(name -> headers.put(name, new ArrayList<>(Arrays.asList((String) null))));
            return headers;
        }
    }

    @PaymentAccount("partner")
    @RegisterClientHeaders(CopiesAbsentHeaders.class)
    public interface Copying {
        @GET
        String call();
    }

    @PaymentAccount("partner")
    public interface WithParameters {
        @GET
        String call(@HeaderParam("Authorization") String authorization, @HeaderParam("Client-Id") String child);
    }

    @Example
    void headerThatAFactoryCopiesFromNothing_isOurs() {
        RestClientBuilder.newBuilder()
                .baseUri(server.uri())
                .build(Copying.class)
                .call();

        assertOnWire(SilentHeaderProperties::ours);
    }

    @Example
    void headerParameterThatIsBlank_isOurs() {
        WithParameters client =
                RestClientBuilder.newBuilder().baseUri(server.uri()).build(WithParameters.class);

        Stream.of("", " ").forEach(blank -> {
            client.call(blank, blank);
            assertOnWire(SilentHeaderProperties::ours);
        });
        client.call("own-1", "own-2");
        assertOnWire(header -> switch (header) {
            case "Authorization" -> "own-1";
            case "Client-Id" -> "own-2";
            default -> "a token";
        });
    }
}
