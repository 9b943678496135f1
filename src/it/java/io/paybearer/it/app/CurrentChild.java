// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.app;

import io.paybearer.spi.ClientIdResolver;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Knows of a child account while a scenario says so. */
@ApplicationScoped
public class CurrentChild implements ClientIdResolver {

    private final ThreadLocal<String> child = new ThreadLocal<>();

    @Override
    public Optional<String> clientId(String account) {
        return Optional.ofNullable(child.get());
    }

    void set(String known) {
        child.set(known);
    }

    void clear() {
        child.remove();
    }
}
