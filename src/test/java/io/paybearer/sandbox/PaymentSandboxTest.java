// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PaymentSandboxTest {

    private static final String CREDENTIALS = "{\"issuer\":\"issuer\",\"secretKey\":\"key\"}";

    @Test
    void uri_ofAStartedSandbox_isALoopbackOrigin() {
        try (PaymentSandbox sandbox = PaymentSandbox.start()) {
            assertThat(sandbox.uri()).hasScheme("http").hasHost("127.0.0.1").hasPath("");
        }
    }

    @Test
    void start_givenPort_isUsedAndFreeAgainAfterClose() {
        int port;
        try (PaymentSandbox first = PaymentSandbox.start()) {
            port = first.uri().getPort();
            assertThatThrownBy(() -> PaymentSandbox.start(port))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(String.valueOf(port));
        }
        try (PaymentSandbox second = PaymentSandbox.start(port)) {
            assertThat(second.uri()).isEqualTo(URI.create("http://127.0.0.1:" + port));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/dealsx", "/auth/token/", "/auth", "/v1/payments", "/Payments"})
    void path_ofNoProvider_isNotFound(String path) {
        try (PaymentSandbox sandbox = PaymentSandbox.start()) {
            assertThat(new TestHttp(sandbox).get(path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void requests_twoHundredAtOnce_areAllUnderWayTogetherAndAllAnswered() throws Exception {
        try (PaymentSandbox sandbox = PaymentSandbox.start()) {
            sandbox.register(new BorderlessMerchant("issuer", "key", null, Set.of()));
            Gate gate = new Gate();
            sandbox.faults().always("/authentication", Fault.hold(gate));
            TestHttp http = new TestHttp(sandbox);

            List<CompletableFuture<HttpResponse<String>>> calls = Stream.generate(
                            () -> http.postAsync("/authentication", CREDENTIALS))
                    .limit(200)
                    .toList();
            gate.awaitArrivals(200);
            assertThat(calls).noneMatch(CompletableFuture::isDone);
            gate.open();

            assertThat(calls)
                    .allSatisfy(call -> assertThat(call.get().statusCode()).isEqualTo(200));
            assertThat(sandbox.received()).hasSize(200).allMatch(ReceivedRequest::accepted);
        }
    }

    @Test
    void close_whileRequestsAreHeld_isQuickAndCutsThem() throws Exception {
        PaymentSandbox sandbox = PaymentSandbox.start();
        Gate gate = new Gate();
        sandbox.faults().always("/payments", Fault.hold(gate));
        CompletableFuture<HttpResponse<String>> held = new TestHttp(sandbox).postAsync("/payments", "{}");
        gate.awaitArrivals(1);
        long start = System.nanoTime();

        sandbox.close();
        sandbox.close();

        assertThat(held).failsWithin(Duration.ofSeconds(5)).withThrowableThat().withCauseInstanceOf(IOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
}
