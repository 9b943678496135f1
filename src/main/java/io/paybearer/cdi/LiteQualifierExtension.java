// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cdi;

import io.paybearer.PaymentAccount;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Discovery;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.MetaAnnotations;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import java.util.LinkedHashMap;
import java.util.Map;

/** What {@link QualifierExtension} does, for containers that know only CDI Lite, such as that of Quarkus. */
@SkipIfPortableExtensionPresent(QualifierExtension.class)
public final class LiteQualifierExtension implements BuildCompatibleExtension {

    private final Map<String, ClassInfo> annotated = new LinkedHashMap<>();

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

    /**
     * Notes a type that has the annotation.
     *
     * @param type the type
     */
    @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = PaymentAccount.class)
    public void see(ClassConfig type) {
        annotated.put(type.info().name(), type.info());
    }

    /**
     * Keeps the types for the start of the application.
     *
     * @param components takes the bean that has them
     */
    @Synthesis
    public void keep(SyntheticComponents components) {
        components
                .addBean(AnnotatedTypes.class)
                .type(AnnotatedTypes.class)
                .withParam(AnnotatedTypesCreator.TYPES, annotated.values().toArray(ClassInfo[]::new))
                .createWith(AnnotatedTypesCreator.class);
    }
}
