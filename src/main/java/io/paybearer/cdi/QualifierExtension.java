// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cdi;

import io.paybearer.PaymentAccount;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the container that {@link PaymentAccount} is a qualifier, and keeps which types have it, for the start of the application. The
 * annotation does not say so itself, with {@code @Qualifier}: Quarkus takes each method with a qualifier for a producer, so also the
 * methods of a Rest Client.
 */
public final class QualifierExtension implements Extension {

    private final Set<Class<?>> annotated = ConcurrentHashMap.newKeySet();

    /** Made by the container. */
    public QualifierExtension() {}

    void tell(@Observes BeforeBeanDiscovery discovery) {
        discovery.addQualifier(PaymentAccount.class);
    }

    void see(@Observes @WithAnnotations(PaymentAccount.class) ProcessAnnotatedType<?> event) {
        annotated.add(event.getAnnotatedType().getJavaClass());
    }

    void keep(@Observes AfterBeanDiscovery discovery) {
        Set<Class<?>> types = Set.copyOf(annotated);
        discovery
                .<AnnotatedTypes>addBean()
                .id(AnnotatedTypes.class.getName()) // OpenWebBeans gives none, and then fails on an EAR
                .beanClass(AnnotatedTypes.class)
                .addType(AnnotatedTypes.class)
                .createWith(context -> new AnnotatedTypes(types));
    }
}
