// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A made-up merchant, and what an application has to configure to be that merchant.
 *
 * @param provider the id of the provider that the application uses
 * @param paths where the stand-in's API is
 * @param merchant the merchant
 * @param leaves further keys of the account, without what is before the last dot, in the order in which they are shown;
 *     <code>{sandbox}</code> in a value stands for the URI of the stand-ins
 * @param overridden keys that would contradict these, or lead elsewhere
 */
record ReadyAccount(
        String provider,
        List<String> paths,
        SandboxMerchant merchant,
        Map<String, String> leaves,
        List<String> overridden) {

    /** Names and values in turn, in this order. */
    static Map<String, String> leaves(String... namesAndValues) {
        Map<String, String> leaves = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            leaves.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return leaves;
    }

    Map<String, String> keys(String name, URI sandbox) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(key(name, "provider"), provider);
        keys.put(key(name, "base-uri"), sandbox + "," + sandbox + String.join("," + sandbox, paths));
        leaves.forEach((leaf, value) -> keys.put(key(name, leaf), value.replace("{sandbox}", sandbox.toString())));
        return keys;
    }

    Map<String, String> overridingKeys(String name, URI sandbox) {
        Map<String, String> keys = new LinkedHashMap<>();
        overridden.forEach(leaf -> keys.put(key(name, leaf), ""));
        keys.putAll(keys(name, sandbox));
        return keys;
    }

    private static String key(String name, String leaf) {
        return "paybearer.account." + name + "." + leaf;
    }

    @Override
    public String toString() {
        return "ReadyAccount[provider=" + provider + "]";
    }
}
