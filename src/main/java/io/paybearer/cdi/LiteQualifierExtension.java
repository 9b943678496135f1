// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cdi;

import io.paybearer.PaymentAccount;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Discovery;
import jakarta.enterprise.inject.build.compatible.spi.MetaAnnotations;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;

/** What {@link QualifierExtension} does, for containers that know only CDI Lite, such as that of Quarkus. */
@SkipIfPortableExtensionPresent(QualifierExtension.class)
public final class LiteQualifierExtension implements BuildCompatibleExtension {

    /** Made by the container. */
    public LiteQualifierExtension() {}

    /**
     * Makes the annotation a qualifier.
     *
     * @param annotations what the container is told about annotations
     */
    @Discovery
    public void tell(MetaAnnotations annotations) {
        annotations.addQualifier(PaymentAccount.class);
    }
}
