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
 * The payment account whose credential outgoing calls carry.
 *
 * <p>On a MicroProfile Rest Client interface it holds for all its methods, on a method for that method alone, and the
 * method's wins. Nothing else is needed there: no {@code @RegisterProvider}. On an injection point of type
 * {@code jakarta.ws.rs.client.Client} or {@code WebTarget} it is the qualifier that selects the account; the client
 * is shared by all that have it injected, and closed with the application.
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
