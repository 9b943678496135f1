// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.process;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** What Arquillian finds, where a run has the connector's service file on its class path. */
public final class ProcessExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.service(DeployableContainer.class, ProcessContainer.class);
    }
}
