// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cdi;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import java.util.List;

/** Makes {@link AnnotatedTypes} of what {@link LiteQualifierExtension} has found. */
public final class AnnotatedTypesCreator implements SyntheticBeanCreator<AnnotatedTypes> {

    static final String TYPES = "types";

    /** Made by the container. */
    public AnnotatedTypesCreator() {}

    @Override
    public AnnotatedTypes create(Instance<Object> lookup, Parameters parameters) {
        return new AnnotatedTypes(List.of(parameters.get(TYPES, Class[].class)));
    }
}
