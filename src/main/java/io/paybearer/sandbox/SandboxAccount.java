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
    BORDERLESS_PARTNER;

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
        };
    }
}
