// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import java.util.List;
import java.util.function.Supplier;

/**
 * Told of what happens to tokens, for logs, metrics and alarms.
 *
 * <p>An implementation is a CDI bean, or has a public constructor without parameters and is listed under
 * {@code META-INF/services/io.paybearer.spi.TokenListener}. It must be thread-safe and must not block: it is called by the
 * threads that obtain tokens and make calls. What it throws is logged once and changes nothing. While a token is fresh it is
 * not called at all.
 */
@FunctionalInterface
public interface TokenListener {

    /**
     * Something has happened.
     *
     * @param event what
     */
    void on(TokenEvent event);

    /**
     * An application begins. By default nothing is done.
     *
     * @param accounts what is known about its accounts whenever it is asked; costs no network and may be kept until
     *     {@link #stop()}
     */
    default void start(Supplier<List<AccountStatus>> accounts) {}

    /** The application ends: nothing more is told. By default nothing is done. */
    default void stop() {}
}
