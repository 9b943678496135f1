// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import io.paybearer.PaybearerConfigException;
import io.paybearer.spi.TokenIssuerProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Finds implementations of extension points: those of this jar, and those of the application. */
final class Services {

    private Services() {}

    static <T> List<T> load(Class<T> type) {
        return Stream.of(Services.class.getClassLoader(), Thread.currentThread().getContextClassLoader())
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(loader -> ServiceLoader.load(type, loader).stream())
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * The providers by their ids.
     *
     * @throws PaybearerConfigException if two of them have the same id, or one cannot be made
     */
    static Map<String, TokenIssuerProvider> providers() {
        Map<String, TokenIssuerProvider> byId = new LinkedHashMap<>();
        try {
            load(TokenIssuerProvider.class).forEach(provider -> add(byId, provider));
        } catch (ServiceConfigurationError unusable) {
            throw new PaybearerConfigException(
                    "a provider that is listed in META-INF/services cannot be made; correct the list, or the class: it has to be"
                            + " public, with a public constructor without parameters (" + unusable.getMessage() + ")",
                    unusable);
        }
        return byId;
    }

    /** The class loaders of a server may show the same provider twice. */
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
