// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import java.util.List;
import java.util.Objects;
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
}
