// SPDX-License-Identifier: Apache-2.0
package io.paybearer.restclient;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;

/** How messages call interfaces and methods: {@code com.acme.Orders}, {@code com.acme.Orders.sign()}. */
final class MethodNames {

    private MethodNames() {}

    static String of(AnnotatedElement element) {
        if (element instanceof Class<?> type) {
            return type.getName();
        }
        if (element instanceof Parameter parameter) {
            return "a parameter of " + of(parameter.getDeclaringExecutable());
        }
        return element instanceof Member member
                ? of(member.getDeclaringClass(), member) + (element instanceof Method ? "()" : "")
                : element.toString();
    }

    /** A method as a Rest Client has it, whatever interface declares the method. */
    static String of(Class<?> type, Member member) {
        return type.getName() + "." + member.getName();
    }
}
