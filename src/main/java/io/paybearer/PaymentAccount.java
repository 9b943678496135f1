// SPDX-License-Identifier: Apache-2.0
package io.paybearer;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.Nonbinding;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The payment account whose token outgoing calls carry.
 *
 * <p>On a MicroProfile Rest Client interface the annotation holds for all methods, on a method for that method alone, and a
 * method's annotation wins. On a locator the annotation holds for the sub-resource that the locator returns, unless the
 * sub-resource has one itself. If two annotations say different things with equal right, or an annotation would have no effect,
 * as on a default method, the client is refused when it is made. No {@code @RegisterProvider} is needed there.
 *
 * <p>On an injection point of type {@code jakarta.ws.rs.client.Client} or {@code WebTarget} the annotation is the qualifier
 * that selects the account. All injection points of an account share one client, which is closed with the application.
 */
@Documented
@Retention(RUNTIME)
@Target({TYPE, METHOD, FIELD, PARAMETER})
public @interface PaymentAccount {

    /**
     * The account's name, the {@code <name>} in {@code paybearer.account.<name>.provider}.
     *
     * @return the name; empty (the default) means the only account that is configured
     */
    @Nonbinding
    String value() default "";
}
