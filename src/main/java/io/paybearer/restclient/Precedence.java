// SPDX-License-Identifier: Apache-2.0
package io.paybearer.restclient;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * The rule for which annotation counts for a call of one interface: the one on the method, then the one on the interface that
 * declares the method, then the nearest one above. Two that say different things with equal right are refused.
 *
 * @param subject which annotation
 */
record Precedence(Subject subject) {

    /**
     * What the annotations of an interface, and of those that it extends, say about a call.
     *
     * @param type the interface
     * @param call the methods of the call
     * @throws io.paybearer.RequestRefusedException if they say two things with equal right
     */
    Said of(Class<?> type, List<Method> call) {
        String request = MethodNames.of(type, call.get(0)) + "()";
        Said onMethod = subject.onlyOne(call.stream().map(subject::on).toList(), request);
        return onMethod.isSilent() ? around(type, call, request) : onMethod;
    }

    private Said around(Class<?> type, List<Method> call, String request) {
        List<Said> declaring = new ArrayList<>();
        List<Said> above = new ArrayList<>(nearest(type));
        for (Method method : call) {
            Class<?> owner = method.getDeclaringClass();
            declaring.add(subject.on(owner));
            ResourceMethods.declarations(owner, method).forEach(overridden -> declaring.add(subject.on(overridden)));
            above.addAll(nearest(owner));
        }
        Said nearer = subject.onlyOne(declaring, request);
        return nearer.isSilent() ? subject.onlyOne(above, request) : nearer;
    }

    /** What an interface says, else what those say that it extends: Java inherits no annotation there. */
    private List<Said> nearest(Class<?> type) {
        Said own = subject.on(type);
        if (!own.isSilent()) {
            return List.of(own);
        }
        List<Said> inherited = new ArrayList<>();
        for (Class<?> base : type.getInterfaces()) {
            inherited.addAll(nearest(base));
        }
        return inherited;
    }
}
