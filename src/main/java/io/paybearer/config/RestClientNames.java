// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;

/**
 * Warns of a name under {@code rest-clients} that is probably misspelt: no other key of the configuration begins with it, but keys of
 * a Rest Client begin with a name that is nearly the same. Which Rest Clients there are is not known here.
 */
final class RestClientNames {

    private static final String OF_CLIENT = "/mp-rest/";
    private static final String OF_QUARKUS = "quarkus.rest-client.";

    private final Set<String> configured;
    private final Problems problems;

    RestClientNames(Config config, Problems problems) {
        this.configured = configured(config);
        this.problems = problems;
    }

    /** The Rest Clients that have keys: {@code orders} for {@code orders/mp-rest/url} and {@code quarkus.rest-client.orders.url}. */
    private static Set<String> configured(Config config) {
        Set<String> names = new TreeSet<>();
        for (String key : config.getPropertyNames()) {
            int end = key.indexOf(OF_CLIENT);
            if (end > 0) {
                names.add(key.substring(0, end));
            } else if (key.startsWith(OF_QUARKUS) && key.lastIndexOf('.') > OF_QUARKUS.length()) {
                names.add(
                        key.substring(OF_QUARKUS.length(), key.lastIndexOf('.')).replace("\"", ""));
            }
        }
        return names;
    }

    void check(List<AccountConfig> accounts) {
        for (AccountConfig account : accounts) {
            for (String name : account.restClients()) {
                if (!configured.contains(name)) {
                    suggest(account, name);
                }
            }
        }
    }

    private void suggest(AccountConfig account, String name) {
        Nearest.to(name, unlisted(account))
                .ifPresent(near -> problems.warn(
                        account.key(Keys.REST_CLIENTS),
                        "no key of the configuration is for a Rest Client '" + name + "'; did you mean '" + near
                                + "'?"));
    }

    private Set<String> unlisted(AccountConfig account) {
        Set<String> unlisted = new TreeSet<>(configured);
        account.restClients().forEach(unlisted::remove);
        return unlisted;
    }
}
