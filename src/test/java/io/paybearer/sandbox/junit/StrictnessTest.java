// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.Faults;
import io.paybearer.sandbox.PaymentSandbox;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** What fails a class with the annotation, or a test in it, though everything else would let it pass. */
class StrictnessTest {

    @Test
    void mistakesInTheAnnotation_failTheClass() {
        SandboxLifeTest.run(Samples.Twice.class)
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1, event(finishedWithFailure(message("@PaybearerSandbox: it names the account 'a' twice"))));
        assertMistake(Samples.NoValue.class, "'a' is no key with a value: key=value");
        assertMistake(Samples.SameKey.class, "it sets the key a twice");
        assertMistake(Samples.Blank.class, "the name of an account is blank");
        assertMistake(
                Samples.NoPlaceholder.class,
                "'{sandox}' in the value of signatures/mp-rest/url is no placeholder; there is {sandbox} alone");
        SandboxLifeTest.run(SandboxLifeTest.Samples.First.class)
                .testEvents()
                .assertStatistics(events -> events.succeeded(1));
    }

    private static void assertMistake(Class<?> sample, String reason) {
        SandboxLifeTest.run(sample)
                .containerEvents()
                .assertThatEvents()
                .haveExactly(1, event(finishedWithFailure(message("@PaybearerSandbox: " + reason))));
    }

    @Test
    void leftovers_failTheTest() {
        SandboxLifeTest.run(Samples.Leftovers.class)
                .testEvents()
                .assertStatistics(events -> events.succeeded(1).failed(3))
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("faultUnmet"),
                                finishedWithFailure(message("the test has left what it probably got wrong:"
                                        + " no request has met 2 of the faults at /auth/token"))))
                .haveExactly(
                        1,
                        event(
                                test("requestUnserved"),
                                finishedWithFailure(
                                        message(
                                                text -> text.contains(
                                                        "no stand-in has the path of the request GET /walet; there are /auth/token, ")))))
                .haveExactly(1, event(test("failsAnyway"), finishedWithFailure(message("anyway"))));
    }

    /** Classes that are run by this test alone. */
    static final class Samples {

        private Samples() {}

        @PaybearerSandbox(paymentsGate = "gate")
        static class Leftovers {

            @Test
            void faultUnmet(Faults faults) {
                faults.next("/auth/token", Fault.status(503), Fault.none());
            }

            @Test
            void requestUnserved(PaymentSandbox sandbox) throws Exception {
                assertThat(HttpClient.newHttpClient()
                                .send(
                                        HttpRequest.newBuilder(sandbox.uri().resolve("/walet"))
                                                .build(),
                                        BodyHandlers.discarding())
                                .statusCode())
                        .isEqualTo(404);
            }

            @Test
            void failsAnyway(Faults faults) {
                faults.next("/auth/token", Fault.status(503));
                throw new AssertionError("anyway");
            }

            @Test
            void clears(Faults faults) {
                faults.always("/auth/token", Fault.status(503));
                faults.clear();
            }
        }

        @PaybearerSandbox(twoCheckout = "a", borderless = "a")
        static class Twice {

            @Test
            void unreached() {}
        }

        @PaybearerSandbox(keys = "a")
        static class NoValue {

            @Test
            void unreached() {}
        }

        @PaybearerSandbox(keys = {"a=b", "a=c"})
        static class SameKey {

            @Test
            void unreached() {}
        }

        @PaybearerSandbox(oauth2 = " ")
        static class Blank {

            @Test
            void unreached() {}
        }

        @PaybearerSandbox(keys = "signatures/mp-rest/url={sandox}")
        static class NoPlaceholder {

            @Test
            void unreached() {}
        }
    }
}
