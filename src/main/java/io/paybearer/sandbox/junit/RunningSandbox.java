// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.junit;

import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.SandboxAccount;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Stand-ins that run, and the configuration that leads requests to them.
 *
 * @param sandbox the stand-ins
 * @param keys the configuration
 */
record RunningSandbox(PaymentSandbox sandbox, KeysInPlace keys) implements AutoCloseable {

    static RunningSandbox start(PaybearerSandbox annotation) {
        PaymentSandbox sandbox = PaymentSandbox.start(annotation.port());
        try {
            for (SandboxAccount account : SandboxAccount.values()) {
                account.register(sandbox);
            }
            return new RunningSandbox(sandbox, KeysInPlace.of(keys(annotation, sandbox.uri())));
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    private static Map<String, String> keys(PaybearerSandbox annotation, URI uri) {
        Map<String, String> keys = new LinkedHashMap<>(Map.of("paybearer.store", "memory"));
        Set<String> distinct = new TreeSet<>();
        for (SandboxAccount account : SandboxAccount.values()) {
            for (String name : names(annotation, account)) {
                require(distinct.add(name), "it names the account '" + name + "' twice");
                keys.putAll(account.overridingKeys(name, uri));
            }
        }
        for (String key : annotation.keys()) {
            int separator = key.indexOf('=');
            require(separator > 0, "'" + key + "' is no key with a value: key=value");
            keys.put(key.substring(0, separator), key.substring(separator + 1).replace("{sandbox}", uri.toString()));
        }
        return keys;
    }

    private static String[] names(PaybearerSandbox annotation, SandboxAccount account) {
        return switch (account) {
            case PAYMENTSGATE -> annotation.paymentsGate();
            case TWO_CHECKOUT -> annotation.twoCheckout();
            case BORDERLESS -> annotation.borderless();
            case BORDERLESS_PARTNER -> annotation.borderlessPartner();
            case TWO_CHECKOUT_REST -> annotation.twoCheckoutRest();
            case OAUTH2 -> annotation.oauth2();
            case OAUTH2_SIGNED -> annotation.oauth2Signed();
            case OAUTH2_REFRESH -> annotation.oauth2Refresh();
            case STATIC_BEARER -> annotation.staticBearer();
            case STATIC_BASIC -> annotation.staticBasic();
            case STATIC_API_KEY -> annotation.staticApiKey();
        };
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException("@PaybearerSandbox: " + otherwise);
        }
    }

    @Override
    public void close() {
        keys.close();
        sandbox.close();
    }
}
