// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import io.paybearer.PaybearerConfigException;
import io.paybearer.spi.TokenIssuerProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds implementations of extension points: those of this jar, and those of the application. */
public final class Services {

    private Services() {}

    /**
     * One of each class that is listed.
     *
     * @throws PaybearerConfigException if one cannot be made
     */
    static <T> List<T> load(Class<T> type) {
        return load(type, Thread.currentThread().getContextClassLoader());
    }

    private static <T> List<T> load(Class<T> type, @Nullable ClassLoader application) {
        try {
            List<T> services = new ArrayList<>();
            @Nullable ClassLoader ours = Services.class.getClassLoader();
            add(services, ServiceLoader.load(type, ours));
            if (application != null && application != ours) {
                add(services, ServiceLoader.load(type, application));
            }
            return services;
        } catch (ServiceConfigurationError | LinkageError unusable) {
            throw new PaybearerConfigException(
                    List.of("META-INF/services/" + type.getName() + ": a class that is listed there cannot be made ("
                            + unusable.getMessage()
                            + "); correct the list, or the class: it has to be public, with a public constructor without parameters,"
                            + " compiled for this Java, and the classes that it needs have to be there"),
                    List.of(),
                    unusable);
        }
    }

    private static <T> void add(List<T> services, Iterable<T> found) {
        for (T service : found) {
            services.add(service);
        }
    }

    /** The providers that the current thread's application sees. */
    static Map<String, TokenIssuerProvider> providers() {
        return providers(Thread.currentThread().getContextClassLoader());
    }

    /**
     * The providers by their ids.
     *
     * @param application the class loader of the application
     * @return the providers, those of this jar first
     * @throws PaybearerConfigException if two of them have the same id, or one cannot be made
     */
    public static Map<String, TokenIssuerProvider> providers(@Nullable ClassLoader application) {
        Map<String, TokenIssuerProvider> byId = new LinkedHashMap<>();
        for (TokenIssuerProvider provider : load(TokenIssuerProvider.class, application)) {
            add(byId, provider);
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
