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

    private volatile @Nullable ClientIdResolver found;

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
        } catch (RequestRefusedException ambiguous) {
            // the first request says so
        }
    }

    private ClientIdResolver look(String account) {
        try {
            Instance<ClientIdResolver> beans = ApplicationBeans.instance().select(ClientIdResolver.class);
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
        } catch (LinkageError noCdi) {
            found = NONE;
            return NONE;
        } catch (IllegalStateException noContainer) {
            return NONE;
        }
    }
}
