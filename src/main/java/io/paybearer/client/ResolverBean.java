// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.RequestRefusedException;
import io.paybearer.spi.ClientIdResolver;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The application's {@link ClientIdResolver} bean, where there is CDI and such a bean. Looked up at its first use, and again
 * as long as there is no CDI container yet. Thread-safe.
 */
final class ResolverBean implements ClientIdResolver {

    private static final ClientIdResolver NONE = account -> Optional.empty();

    private final @Nullable Class<?> restClient;
    private volatile @Nullable ClientIdResolver found;

    /** The bean of the application that a Rest Client belongs to, or of the thread's. */
    ResolverBean(@Nullable Class<?> restClient) {
        this.restClient = restClient;
    }

    @Override
    public Optional<String> clientId(String account) {
        ClientIdResolver known = found;
        if (known == null) {
            known = look(account);
        }
        return known.clientId(account);
    }

    /** Looks it up before it is needed, perhaps on a thread that knows no CDI container. */
    void prepare() {
        try {
            if (look("") == NONE) {
                found = null; // there may be one later
            }
        } catch (RuntimeException unusable) {
            // the first request says so
        }
    }

    private ClientIdResolver look(String account) {
        try (ApplicationThread here = new ApplicationThread(restClient)) {
            return bean(account);
        }
    }

    /** A bean that fails when it is made is there: without it the call would act for the partner itself. */
    private ClientIdResolver bean(String account) {
        Instance<ClientIdResolver> beans = beans();
        if (beans == null) {
            return NONE;
        }
        if (beans.isAmbiguous()) {
            throw new RequestRefusedException(
                    account,
                    "a call for account '" + account
                            + "' was not made: there are several ClientIdResolver beans; leave one,"
                            + " or give one an @Alternative with a priority");
        }
        ClientIdResolver bean = beans.isUnsatisfied() ? NONE : beans.get();
        found = bean;
        return bean;
    }

    private @Nullable Instance<ClientIdResolver> beans() {
        try {
            return ApplicationBeans.instance().select(ClientIdResolver.class);
        } catch (LinkageError noCdi) {
            found = NONE;
            return null;
        } catch (IllegalStateException noContainer) {
            return null;
        }
    }
}
