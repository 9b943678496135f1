// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.junit;

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
 * A JUnit test class with the providers' stand-ins: they run while the class does, and the accounts named here lead there.
 *
 * <p>The accounts are configured by system properties, so any implementation of MicroProfile Config reads them, and they win
 * over what the application has configured; tokens are kept in memory. Configuration that was read before is forgotten at the begin and at the end of the
 * class, and the properties get back the values that they had. Each test begins with no requests recorded, no faults and
 * default settings; tokens that an earlier test of the class has obtained stay. Classes with this annotation never run at the
 * same time, even if JUnit runs others in parallel.
 *
 * <p>Tests, life-cycle methods and constructors may have parameters of the types
 * {@link io.paybearer.sandbox.PaymentSandbox}, {@link io.paybearer.sandbox.Faults} and
 * {@link io.paybearer.sandbox.SandboxSettings}. A nested class uses the stand-ins of its outer one unless it is annotated
 * itself. Where another extension starts a container, put this annotation before it.
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
     * Further configuration, such as <code>signatures/mp-rest/url={sandbox}</code>.
     *
     * @return keys and values, separated by the first {@code =}; <code>{sandbox}</code> stands for the URI of the stand-ins
     */
    String[] keys() default {};

    /**
     * The port of the loopback address.
     *
     * @return 0, the default, for a free one
     */
    int port() default 0;
}
