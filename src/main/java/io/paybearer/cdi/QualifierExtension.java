// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cdi;

import io.paybearer.PaymentAccount;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;

/**
 * Tells the container that {@link PaymentAccount} is a qualifier. The annotation does not say so itself, with
 * {@code @Qualifier}: Quarkus takes each method with a qualifier for a producer, so also the methods of a Rest Client.
 */
public final class QualifierExtension implements Extension {

    /** Made by the container. */
    public QualifierExtension() {}

    void tell(@Observes BeforeBeanDiscovery discovery) {
        discovery.addQualifier(PaymentAccount.class);
    }
}
