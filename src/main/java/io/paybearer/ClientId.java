// SPDX-License-Identifier: Apache-2.0
package io.paybearer;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The child account, sent as {@code Client-Id}, for which a partner of borderless makes a call.
 *
 * <p>On a MicroProfile Rest Client interface the annotation holds for all methods, on a method for that method alone, and a
 * method's annotation wins. On a locator the annotation holds for the sub-resource that the locator returns, unless the
 * sub-resource has one itself. If two annotations say different things with equal right, or an annotation would have no effect,
 * the client is refused when it is made. Two things win over the annotation: a {@code Client-Id} header that the application sets itself,
 * and the request property {@value PaybearerProperties#CLIENT_ID}. The annotation wins over a
 * {@link io.paybearer.spi.ClientIdResolver} and over the key {@code paybearer.account.<name>.client-id}. Accounts of other
 * providers ignore it.
 */
@Documented
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface ClientId {

    /**
     * The child account's identifier.
     *
     * @return the value of the header, printable ASCII
     */
    String value();
}
