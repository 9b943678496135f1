// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives all guides the same {@link Newcomer}, so that the project is built once. What the newcomer made stays in {@code target}. */
final class Arrival implements ParameterResolver {

    private static final Path FOLDER = Project.FOLDER.resolve("target/guides/tmp");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Newcomer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.create(Arrival.class))
                .computeIfAbsent(Newcomer.class, none -> arrive(), Newcomer.class);
    }

    private static Newcomer arrive() {
        try {
            Project.remove(FOLDER);
            return Newcomer.arrive(Files.createDirectories(FOLDER));
        } catch (Exception e) {
            throw new AssertionError("The first steps of the README failed", e);
        }
    }
}
