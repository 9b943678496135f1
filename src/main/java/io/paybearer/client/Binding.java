// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.PaybearerProperties;
import io.paybearer.RequestRefusedException;
import io.paybearer.account.Account;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * What a filter knows before it sees a request. Immutable.
 *
 * @param account the account's name; null if each request tells its account, empty for the only account that there is
 * @param provider the id of the provider whose accounts alone are served, or null for all
 * @param restClient the Rest Client interface on which the filter is registered, or null
 */
public record Binding(
        @Nullable String account,
        @Nullable String provider,
        @Nullable Class<?> restClient) {

    /** Nothing is known. */
    public static final Binding NONE = new Binding(null, null, null);

    /**
     * One account, whatever the request.
     *
     * @param account its name
     * @return the binding
     */
    public static Binding account(String account) {
        return new Binding(account, null, null);
    }

    /**
     * The accounts of one provider.
     *
     * @param provider its id
     * @param account one account's name, or null if each request tells its account
     * @return the binding
     */
    public static Binding provider(String provider, @Nullable String account) {
        return new Binding(account, provider, null);
    }

    /** The binding of something registered on a client; {@link #NONE} if that is not one of our filters or features. */
    static Binding of(Object component) {
        if (component instanceof CredentialFeature feature) {
            return feature.binding();
        }
        return component instanceof CredentialFilter filter ? filter.binding() : NONE;
    }

    /**
     * The same on a Rest Client interface.
     *
     * @param type the interface
     * @return the binding
     */
    public Binding on(Class<?> type) {
        return new Binding(account, provider, type);
    }

    /**
     * Requires that two filters or features on one client do not name two accounts: which of them acts is chance.
     *
     * @throws RequestRefusedException if they do
     */
    void requireAlike(Binding other) {
        if (account != null && other.account != null && !account.equals(other.account)) {
            throw new RequestRefusedException(
                    "",
                    "the filters and features on one client name two accounts, "
                            + Stream.of(account, other.account)
                                    .sorted()
                                    .collect(Collectors.joining("' and '", "'", "'"))
                            + "; take a client for each account, or register io.paybearer.PaybearerFeature and name the account"
                            + " with the request property " + PaybearerProperties.ACCOUNT);
        }
    }

    /** Whether an account is of the provider that is served. */
    boolean serves(Account account) {
        return provider == null || provider.equals(account.config().provider().id());
    }

    /** What configuration may call a Rest Client: by its config key, if it has one, and by the interface's name. */
    static Set<String> names(Class<?> restClient) {
        Set<String> names = new LinkedHashSet<>();
        RegisterRestClient registration = restClient.getAnnotation(RegisterRestClient.class);
        if (registration != null && !registration.configKey().isEmpty()) {
            names.add(registration.configKey());
        }
        names.add(restClient.getName());
        return names;
    }
}
