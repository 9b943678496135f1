// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import java.util.List;
import java.util.function.Supplier;

/**
 * A listener to what happens to tokens, for logs, metrics and alarms.
 *
 * <p>An implementation is a CDI bean, or has a public constructor without parameters and is listed under
 * {@code META-INF/services/io.paybearer.spi.TokenListener}. It must be thread-safe and must not block: the threads that
 * obtain tokens and make calls call it. An exception of a listener is logged once and changes nothing. While a token is
 * fresh, no listener is called.
 */
@FunctionalInterface
public interface TokenListener {

    /**
     * Something has happened.
     *
     * @param event the event
     */
    void on(TokenEvent event);

    /**
     * An application begins. By default nothing is done.
     *
     * @param accounts gives the present state of the application's accounts. Asking it uses no network; it may be kept until
     *     {@link #stop()}
     */
    default void start(Supplier<List<AccountStatus>> accounts) {}

    /** The application ends; no event follows. By default nothing is done. */
    default void stop() {}
}
