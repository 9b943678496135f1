// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cdi;

import io.paybearer.PaymentAccount;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Discovery;
import jakarta.enterprise.inject.build.compatible.spi.MetaAnnotations;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;

/** The same as {@link QualifierExtension} for containers that know only CDI Lite, such as that of Quarkus. */
@SkipIfPortableExtensionPresent(QualifierExtension.class)
public final class LiteQualifierExtension implements BuildCompatibleExtension {

    /** Made by the container. */
    public LiteQualifierExtension() {}

    /**
     * Tells it.
     *
     * @param annotations takes it
     */
    @Discovery
    public void tell(MetaAnnotations annotations) {
        annotations.addQualifier(PaymentAccount.class);
    }
}
