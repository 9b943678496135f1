// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.junit;

import io.paybearer.sandbox.StandIn;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * A JUnit test class with stand-ins of the providers. The stand-ins run while the class runs, and the accounts that are
 * named here send their requests to them.
 *
 * <p>The accounts are configured by system properties. Any implementation of MicroProfile Config reads them, and they win
 * over the application's own configuration. Tokens are kept in memory. The application reads the accounts that are named here, and no
 * others. When the class begins and when it ends, the library forgets what it has read; at the end the properties get their earlier
 * values back.
 *
 * <p>Each test begins afresh: without recorded requests, faults and tokens, with default settings, and at the present. A test fails
 * if it leaves faults that no request has met, or has made requests for paths that no stand-in has. Two classes with this annotation
 * never run at the same time, even if JUnit runs other classes in parallel.
 *
 * <p>All classes of a run have their stand-ins on the same port, so an application that keeps running from one class to the next finds
 * them. Such an application keeps its configuration too, so a class that names other accounts fails and says so.
 *
 * <p>Tests, life-cycle methods and constructors may have parameters of the types
 * {@link io.paybearer.sandbox.PaymentSandbox}, {@link io.paybearer.sandbox.Faults}, {@link io.paybearer.sandbox.SandboxSettings},
 * {@link io.paybearer.sandbox.SandboxClock} and {@link io.paybearer.sandbox.kit.TestKit}. A nested class uses the stand-ins of its
 * outer class unless it is annotated itself. Where another extension starts a container, put this annotation before that extension.
 *
 * <p>This is for JUnit Jupiter, of JUnit 5 or 6. JUnit 4 does not look at it; use a {@code TestKit} there.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandboxExtension.class)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
public @interface PaybearerSandbox {

    /**
     * Accounts of PaymentsGate.
     *
     * @return their names; none by default
     */
    String[] paymentsGate() default {};

    /**
     * Accounts of 2Checkout.
     *
     * @return their names; none by default
     */
    String[] twoCheckout() default {};

    /**
     * Accounts of borderless.
     *
     * @return their names; none by default
     */
    String[] borderless() default {};

    /**
     * Partner accounts of borderless, with the child accounts {@code cl_1}, {@code cl_2} and {@code cl_3}.
     *
     * @return their names; none by default
     */
    String[] borderlessPartner() default {};

    /**
     * Accounts of 2Checkout's REST API.
     *
     * @return their names; none by default
     */
    String[] twoCheckoutRest() default {};

    /**
     * Accounts of OAuth 2.0 with a client's secret, which is sent by Basic.
     *
     * @return their names; none by default
     */
    String[] oauth2() default {};

    /**
     * Accounts of OAuth 2.0 with a private key that signs JWTs.
     *
     * @return their names; none by default
     */
    String[] oauth2Signed() default {};

    /**
     * Accounts of OAuth 2.0 with a refresh token that works again and again.
     *
     * @return their names; none by default
     */
    String[] oauth2Refresh() default {};

    /**
     * Accounts with a key that is sent as a Bearer token.
     *
     * @return their names; none by default
     */
    String[] staticBearer() default {};

    /**
     * Accounts with a key that is the password of Basic.
     *
     * @return their names; none by default
     */
    String[] staticBasic() default {};

    /**
     * Accounts with a key that stands alone in {@code x-API-key}.
     *
     * @return their names; none by default
     */
    String[] staticApiKey() default {};

    /**
     * Stand-ins of APIs for which you have written a provider. Their accounts are configured by {@link #keys}.
     *
     * @return classes with a constructor without parameters; none by default
     */
    Class<? extends StandIn>[] standIns() default {};

    /**
     * Further configuration, such as <code>signatures/mp-rest/url={sandbox}</code>. An account that is mentioned here counts as named.
     *
     * @return keys and values, separated by the first {@code =}; <code>{sandbox}</code> stands for the URI of the stand-ins
     */
    String[] keys() default {};

    /**
     * The port of the loopback address.
     *
     * @return the port; 0, the default, means a free port, which all classes of a run have in common
     */
    int port() default 0;
}
