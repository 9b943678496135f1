// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.account.TokenHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What is kept with a request: the filter that serves it, now and when it is sent again, and the credential that it carries,
 * or null if the application has set all the headers itself. One property, since setting one may copy all.
 */
record Served(CredentialFilter by, @Nullable TokenHeaders credential) {

    /** The request property that holds it. */
    static final String PROPERTY = "io.paybearer.served";

    /** The credential by that property, or null. */
    static @Nullable TokenHeaders credential(@Nullable Object property) {
        return property instanceof Served served ? served.credential() : null;
    }
}
