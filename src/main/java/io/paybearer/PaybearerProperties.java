// SPDX-License-Identifier: Apache-2.0
package io.paybearer;

/**
 * The names of the properties by which an application steers a call. On a request a property holds for that request. On a target
 * or client it holds for all requests that do not have the property themselves.
 */
public final class PaybearerProperties {

    /** The name ({@code String}) of the account whose token this request carries. */
    public static final String ACCOUNT = "io.paybearer.account";

    /**
     * The child account ({@code String}) sent as {@code Client-Id} with this request. The empty string means none: the request acts
     * for the account itself, whatever annotations, the {@link io.paybearer.spi.ClientIdResolver} and the configuration say.
     */
    public static final String CLIENT_ID = "io.paybearer.client-id";

    private PaybearerProperties() {}
}
