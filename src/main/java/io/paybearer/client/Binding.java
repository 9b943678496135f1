// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import org.jspecify.annotations.Nullable;

/**
 * What a filter knows before it sees a request.
 *
 * @param account the account's name; null if the request has to tell, empty for the only one there is
 * @param provider the id of the provider whose accounts alone it serves, or null for all
 * @param restClient the Rest Client interface that it is registered on, or null
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
     * @param account one account's name, or null if the request has to tell
     * @return the binding
     */
    public static Binding provider(String provider, @Nullable String account) {
        return new Binding(account, provider, null);
    }

    /** That of a component that somebody has registered; {@link #NONE} if it is none of paybearer's. */
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
}
