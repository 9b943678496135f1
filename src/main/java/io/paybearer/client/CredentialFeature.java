// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/** What {@link io.paybearer.PaybearerFeature} does, here so that the listener can ask it for its account. Thread-safe. */
public abstract class CredentialFeature implements Feature {

    private final Binding binding;

    /**
     * A feature for what is known beforehand.
     *
     * @param binding what its filter is for
     */
    protected CredentialFeature(Binding binding) {
        this.binding = binding;
    }

    /**
     * Registers the filter.
     *
     * @param context the client's configuration
     * @return true; false on a server, where there is nothing to do
     * @throws io.paybearer.PaybearerConfigException with everything that is wrong with the configuration
     */
    @Override
    public final boolean configure(FeatureContext context) {
        if (context.getConfiguration().getRuntimeType() == RuntimeType.SERVER) {
            return false;
        }
        CredentialFilter filter = new CredentialFilter(binding);
        filter.prepare();
        context.register(filter, CredentialFilter.CONTRACTS);
        return true;
    }

    Binding binding() {
        return binding;
    }
}
