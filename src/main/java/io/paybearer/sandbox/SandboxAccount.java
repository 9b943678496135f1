// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.net.URI;
import java.util.Map;

/**
 * A made-up merchant for each kind of account, with the configuration keys by which an application uses it. Its secrets are
 * in the sources, so everybody knows them.
 */
public enum SandboxAccount {
    /** A merchant of PaymentsGate. */
    PAYMENTSGATE,
    /** A merchant of 2Checkout. */
    TWO_CHECKOUT,
    /** An account of borderless without a partner key. */
    BORDERLESS,
    /** A partner of borderless with the child accounts {@code cl_1}, {@code cl_2} and {@code cl_3}. */
    BORDERLESS_PARTNER,
    /** A merchant of 2Checkout's REST API. */
    TWO_CHECKOUT_REST,
    /** A client of the OAuth 2.0 server that has a secret and sends it by Basic. */
    OAUTH2,
    /** A client of the OAuth 2.0 server that signs JWTs with a private key. */
    OAUTH2_SIGNED,
    /** A client of the OAuth 2.0 server with a refresh token that works again and again. */
    OAUTH2_REFRESH,
    /** A merchant with a key that is sent as a Bearer token. */
    STATIC_BEARER,
    /** A merchant with a key that is the password of Basic. */
    STATIC_BASIC,
    /** A merchant with a key that stands alone in {@code x-API-key}. */
    STATIC_API_KEY;

    /**
     * Makes the merchant known to a sandbox.
     *
     * @param sandbox the sandbox
     */
    public void register(PaymentSandbox sandbox) {
        sandbox.register(ready().merchant());
    }

    /**
     * The keys that an application has to configure. {@code base-uri} names the sandbox first and then the provider's paths
     * at the sandbox, so that a request's URI tells which of several providers it is for.
     *
     * @param name what the application calls the account
     * @param sandbox where the sandbox listens
     * @return full keys and their values, in a fixed order
     */
    public Map<String, String> keys(String name, URI sandbox) {
        return ready().keys(name, sandbox);
    }

    /**
     * The keys by which a configured application is led to the sandbox: those of {@link #keys}, and an empty text for each
     * key that would contradict them, such as {@code secret-word-file}.
     *
     * @param name what the application calls the account
     * @param sandbox where the sandbox listens
     * @return full keys and their values
     */
    public Map<String, String> overridingKeys(String name, URI sandbox) {
        return ready().overridingKeys(name, sandbox);
    }

    private ReadyAccount ready() {
        return switch (this) {
            case PAYMENTSGATE -> ReadyAccounts.paymentsGate();
            case TWO_CHECKOUT -> ReadyAccounts.twoCheckout();
            case BORDERLESS -> ReadyAccounts.borderless();
            case BORDERLESS_PARTNER -> ReadyAccounts.borderlessPartner();
            case TWO_CHECKOUT_REST -> ReadyAccounts.twoCheckoutRest();
            case OAUTH2 -> ReadyClients.basic();
            case OAUTH2_SIGNED -> ReadyClients.signed();
            case OAUTH2_REFRESH -> ReadyClients.refreshing();
            case STATIC_BEARER -> ReadyKeys.bearer();
            case STATIC_BASIC -> ReadyKeys.basic();
            case STATIC_API_KEY -> ReadyKeys.apiKey();
        };
    }
}
