// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.kit;

import io.paybearer.sandbox.SandboxAccount;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The configuration that leads an application to the stand-ins. It cannot be printed: a value may be a secret. */
final class KitKeys {

    private static final String PLACEHOLDER = "{sandbox}";
    private static final String LISTED = "paybearer.accounts";
    private static final Pattern ACCOUNT = Pattern.compile("paybearer\\.account\\.([^.]+)\\..+");

    /** What looks like a placeholder: letters in braces. An expression of MicroProfile Config has a dollar sign before it. */
    private static final Pattern BRACES = Pattern.compile("(\\$?)\\{\\s*([A-Za-z][\\w. -]*)}?");

    private final Map<String, SandboxAccount> accounts;
    private final Map<String, String> more;

    /**
     * @param accounts the made-up merchants, by the names that the application has for its accounts
     * @param more further keys and their values
     */
    KitKeys(Map<String, SandboxAccount> accounts, Map<String, String> more) {
        this.accounts = accounts;
        this.more = more;
    }

    /** The keys, with the accounts that are named here and no others: the secret files of others need not be there. */
    Map<String, String> at(URI sandbox) {
        Map<String, String> keys = new LinkedHashMap<>(Map.of("paybearer.store", "memory"));
        accounts.forEach((name, account) -> keys.putAll(account.overridingKeys(name, sandbox)));
        TreeSet<String> names = new TreeSet<>(accounts.keySet());
        more.keySet().stream().map(ACCOUNT::matcher).filter(Matcher::matches).forEach(key -> names.add(key.group(1)));
        if (!names.isEmpty()) {
            keys.put(LISTED, String.join(",", names));
        }
        more.forEach((key, value) -> keys.put(key, value(key, value, sandbox)));
        return keys;
    }

    private static String value(String key, String value, URI sandbox) {
        String led = value.replaceAll("(?<!\\$)\\{sandbox}", Matcher.quoteReplacement(sandbox.toString()));
        BRACES.matcher(led).results().forEach(found -> {
            boolean expression =
                    !found.group(1).isEmpty() && !found.group(2).strip().equalsIgnoreCase("sandbox");
            if (!expression) {
                throw new IllegalArgumentException("'" + found.group() + "' in the value of " + key
                        + " is no placeholder; there is " + PLACEHOLDER + " alone");
            }
        });
        return led;
    }
}
