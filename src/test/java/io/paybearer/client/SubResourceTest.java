// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.ClientId;
import io.paybearer.PaymentAccount;
import io.paybearer.RequestRefusedException;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestApplication;
import io.paybearer.restclient.RestClientMethods;
import io.paybearer.restclient.Subject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Annotations on sub-resources, locators, parents and default methods: honoured, or refused when the client is made. */
public class SubResourceTest extends SandboxedTest {

    @PaymentAccount("gate")
    @Path("r")
    public interface Both {
        @Path("sub")
        SubMarked sub();

        @Path("sub")
        @PaymentAccount("two")
        Unmarked byLocator();

        @Path("sub")
        Inner byRoot();
    }

    @PaymentAccount("less")
    public interface SubMarked {
        @GET
        @Path("s")
        String s();
    }

    public interface Unmarked {
        @GET
        @Path("s")
        String s();
    }

    public interface Inner {
        @GET
        @Path("s")
        String s();
    }

    @Path("r")
    public interface SubAlone {
        @Path("sub")
        SubMarked sub();
    }

    @PaymentAccount("gate")
    public interface Gate {
        @GET
        @Path("shared")
        String shared();

        @GET
        @Path("own")
        String own();
    }

    @PaymentAccount("less")
    public interface Less {
        @GET
        @Path("shared")
        String shared();
    }

    public interface TwoParents extends Gate, Less {}

    public interface TwoWays {
        @Path("one")
        @PaymentAccount("gate")
        Unmarked one();

        @Path("two")
        @PaymentAccount("two")
        Unmarked two();
    }

    public interface SilentWay {
        @Path("one")
        @PaymentAccount("gate")
        Unmarked one();

        @Path("two")
        Unmarked two();
    }

    public interface TwoChildren {
        @Path("one")
        @ClientId("cl_1")
        Unmarked one();

        @Path("two")
        @ClientId("cl_2")
        Unmarked two();
    }

    public interface DefaultMethod {
        @GET
        String call();

        @PaymentAccount("less")
        default String again() {
            return call();
        }
    }

    public interface DefaultRequest {
        @GET
        @PaymentAccount("less")
        default String call() {
            return "";
        }
    }

    @PaymentAccount("less")
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Shop {}

    @Shop
    public interface Stereotype {
        @GET
        String call();
    }

    public interface OnConstant {
        @PaymentAccount("less")
        String NAME = "less";

        @GET
        String call();
    }

    public interface OnParameter {
        @GET
        String call(@PaymentAccount("less") String name);
    }

    @PaymentAccount("less")
    public static class Order {}

    public interface OnReturned {
        @GET
        Order call();
    }

    private <T> T client(Class<T> type) {
        return RestClientBuilder.newBuilder().baseUri(origin()).build(type);
    }

    private TestApplication accountsAtOnePlace() {
        String place = origin().toString();
        return start(everyProvider()
                .and("gate")
                .with("base-uri", place)
                .and("two")
                .with("base-uri", place)
                .and("less")
                .with("base-uri", place)
                .and("partner")
                .with("base-uri", place + "/partner"));
    }

    private void assertLast(String account) {
        assertThat(last().header("Authorization")).hasSize(1);
        assertThat(last().header("merchant-token")).hasSize(account.equals("two") ? 1 : 0);
        assertThat(sandbox.count("/auth/token")).isEqualTo(account.equals("gate") ? 1 : 0);
    }

    @Test
    void subResource_withAnAccount_hasThatAccount() {
        accountsAtOnePlace();
        callIgnoringTheAnswer(() -> client(Both.class).sub().s());

        assertLast("less");
    }

    @Test
    void subResourceAlone_withAnAccount_isServed() {
        accountsAtOnePlace();
        callIgnoringTheAnswer(() -> client(SubAlone.class).sub().s());

        assertLast("less");
    }

    @Test
    void locator_withAnAccount_speaksForItsSubResource() {
        accountsAtOnePlace();
        callIgnoringTheAnswer(() -> client(Both.class).byLocator().s());

        assertLast("two");
    }

    @Test
    void root_speaksForSubResourcesThatSayNothing() {
        accountsAtOnePlace();
        callIgnoringTheAnswer(() -> client(Both.class).byRoot().s());

        assertLast("gate");
    }

    @Test
    void annotation_onTheInterfaceThatDeclaresTheMethod_isNearerThanTheRoot() {
        accountsAtOnePlace();
        callIgnoringTheAnswer(() -> client(Extends.class).s());

        assertLast("less");
    }

    @PaymentAccount("gate")
    public interface Extends extends SubMarked {}

    /** The sandbox knows no such path; what it received is what counts. */
    private static void callIgnoringTheAnswer(Runnable call) {
        try {
            call.run();
        } catch (jakarta.ws.rs.WebApplicationException answered) {
            // what was received is looked at
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                TwoParents.class,
                TwoWays.class,
                SilentWay.class,
                TwoChildren.class,
                DefaultMethod.class,
                DefaultRequest.class,
                Stereotype.class,
                OnConstant.class,
                OnParameter.class,
                OnReturned.class
            })
    void whatCannotBeHonoured_isRefused_whenTheClientIsMade(Class<?> type) {
        start(everyProvider());

        assertThatThrownBy(() -> client(type))
                .satisfies(thrown -> assertThat(refusal(thrown))
                        .hasMessageContaining(getClass().getName() + "$")
                        .hasMessageMatching("(?s).*@(PaymentAccount|ClientId).*(put|take).*"));
        assertThat(sandbox.received()).isEmpty();
    }

    @Test
    void twoAccounts_areBothNamedInTheRefusal_withMethodAndRemedy() {
        start(everyProvider());

        assertThatThrownBy(() -> client(TwoWays.class))
                .satisfies(thrown -> assertThat(refusal(thrown))
                        .hasMessageContaining("Unmarked.s()")
                        .hasMessageContaining("@PaymentAccount(\"gate\")")
                        .hasMessageContaining("TwoWays.one()")
                        .hasMessageContaining("@PaymentAccount(\"two\")")
                        .hasMessageContaining("put @PaymentAccount on the method itself"));
    }

    @Test
    void interfaceOfACycle_isWalkedOnce() {
        RestClientMethods methods = new RestClientMethods(Cycle.class);

        assertThat(methods.name(Subject.ACCOUNT)).isTrue();
        assertThatThrownBy(() -> new RestClientMethods(CycleOfTwo.class)).isInstanceOf(RequestRefusedException.class);
    }

    @PaymentAccount("less")
    public interface Cycle {
        @GET
        String call();

        @Path("again")
        Cycle again();
    }

    public interface CycleOfTwo {
        @GET
        String call();

        @Path("again")
        @PaymentAccount("less")
        CycleOfTwo again();
    }

    private static Throwable refusal(Throwable thrown) {
        Throwable cause = thrown;
        while (!(cause instanceof RequestRefusedException)) {
            assertThat(cause).as("%s", thrown).isNotNull();
            cause = cause.getCause();
        }
        return cause;
    }
}
