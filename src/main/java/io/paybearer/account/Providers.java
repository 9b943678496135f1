// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import io.paybearer.PaybearerConfigException;
import io.paybearer.spi.TokenIssuerProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the providers: those of this jar, and those of the application. */
final class Providers {

    private Providers() {}

    static Map<String, TokenIssuerProvider> load() {
        Map<String, TokenIssuerProvider> byId = new LinkedHashMap<>();
        Services.load(TokenIssuerProvider.class).forEach(provider -> add(byId, provider));
        return byId;
    }

    private static void add(Map<String, TokenIssuerProvider> byId, TokenIssuerProvider provider) {
        TokenIssuerProvider other = byId.putIfAbsent(provider.id(), provider);
        if (other != null
                && !other.getClass().getName().equals(provider.getClass().getName())) {
            throw new PaybearerConfigException(List.of("two providers have the id '" + provider.id() + "': "
                    + other.getClass().getName() + " and " + provider.getClass().getName()
                    + "; rename one or take it off the class path"));
        }
    }
}
