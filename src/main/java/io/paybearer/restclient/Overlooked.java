// SPDX-License-Identifier: Apache-2.0
package io.paybearer.restclient;

import io.paybearer.RequestRefusedException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;

/**
 * The rule that no annotation is overlooked: an annotation where nothing reads it, such as on a default method, is refused.
 * Otherwise calls would be made for another account than the annotation names.
 *
 * @param subject which annotation
 */
record Overlooked(Subject subject) {

    /**
     * Looks at an interface of a Rest Client and at those that it extends.
     *
     * @throws RequestRefusedException if an annotation is where nothing reads it
     */
    void requireNone(Class<?> type) {
        ResourceMethods methods = new ResourceMethods(type);
        for (Class<?> each : ResourceMethods.hierarchy(type)) {
            requireDirect(each);
            Stream.of(each.getDeclaredFields()).forEach(field -> requireSilent(field, "a constant makes no request"));
            for (Method method : each.getDeclaredMethods()) {
                requireDirect(method);
                Stream.of(method.getParameters())
                        .forEach(parameter -> requireSilent(parameter, "a parameter makes no request"));
                requireHeard(methods, method);
            }
        }
    }

    private void requireHeard(ResourceMethods methods, Method method) {
        if (!Modifier.isAbstract(method.getModifiers()) && !method.isBridge()) {
            requireSilent(method, "a method with a body makes no request of its own");
        }
        boolean request = methods.makesRequest(method);
        boolean locator = methods.locates(method);
        if (!request && !locator) {
            requireSilent(method, "the method has no annotation such as @GET and leads to no other interface");
        }
        if (!locator) {
            requireSilent(method.getReturnType(), "it is returned by " + MethodNames.of(method) + ", not called");
        }
        Stream.of(method.getParameterTypes())
                .forEach(type -> requireSilent(type, "it is a parameter of " + MethodNames.of(method)));
    }

    private void requireSilent(AnnotatedElement element, String reason) {
        Said said = subject.on(element);
        if (!said.isSilent()) {
            throw new RequestRefusedException(
                    "",
                    subject.annotation() + "(\"" + said.value() + "\") on " + said.place() + " has no effect: " + reason
                            + "; put it on a method that makes a request, on its interface, or on the way to it");
        }
    }

    /** An annotation of the application's that carries ours, like a CDI stereotype, is not looked into. */
    private void requireDirect(AnnotatedElement element) {
        Stream.of(element.getAnnotations()).filter(subject::isOn).findFirst().ifPresent(carrier -> {
            throw new RequestRefusedException(
                    "",
                    subject.annotation() + " on the annotation "
                            + carrier.annotationType().getName() + " has no effect on " + MethodNames.of(element)
                            + "; put it there itself");
        });
    }
}
