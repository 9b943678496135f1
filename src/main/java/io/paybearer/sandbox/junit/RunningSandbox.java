// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.junit;

import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.SandboxAccount;
import java.net.URI;
import java.util.EnumMap;
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
        Map<SandboxAccount, String[]> names = new EnumMap<>(Map.of(
                SandboxAccount.PAYMENTSGATE, annotation.paymentsGate(),
                SandboxAccount.TWO_CHECKOUT, annotation.twoCheckout(),
                SandboxAccount.BORDERLESS, annotation.borderless(),
                SandboxAccount.BORDERLESS_PARTNER, annotation.borderlessPartner()));
        Map<String, String> keys = new LinkedHashMap<>(Map.of("paybearer.store", "memory"));
        Set<String> distinct = new TreeSet<>();
        names.forEach((account, some) -> {
            for (String name : some) {
                require(distinct.add(name), "it names the account '" + name + "' twice");
                keys.putAll(account.overridingKeys(name, uri));
            }
        });
        for (String key : annotation.keys()) {
            int separator = key.indexOf('=');
            require(separator > 0, "'" + key + "' is no key with a value: key=value");
            keys.put(key.substring(0, separator), key.substring(separator + 1).replace("{sandbox}", uri.toString()));
        }
        return keys;
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
