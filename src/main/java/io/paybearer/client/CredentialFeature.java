// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.PaybearerProperties;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * The feature that registers the filter; {@link io.paybearer.PaybearerFeature} is its public form. It lies here so that
 * {@link Binding} can ask it which account it is for. Thread-safe.
 */
public abstract class CredentialFeature implements Feature {

    private final Binding binding;

    /**
     * A feature.
     *
     * @param binding what its filter knows beforehand
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
     * @throws io.paybearer.RequestRefusedException if the client has a filter or feature for another account
     */
    @Override
    public final boolean configure(FeatureContext context) {
        Configuration client = context.getConfiguration();
        if (client.getRuntimeType() == RuntimeType.SERVER) {
            return false;
        }
        for (Object component : client.getInstances()) {
            binding.requireAlike(Binding.of(component));
        }
        String account = binding.account();
        if (account != null && client.getProperty(PaybearerProperties.ACCOUNT) == null) {
            context.property(
                    PaybearerProperties.ACCOUNT, account); // a filter of the client's may be in the place of this one's
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
