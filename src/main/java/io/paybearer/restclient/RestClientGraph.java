// SPDX-License-Identifier: Apache-2.0
package io.paybearer.restclient;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The walk over the interfaces of a Rest Client, along its locators, which finds what the annotations say about each method
 * that makes requests. A locator, its interface and the locators before it speak for all that it leads to and that says
 * nothing itself. Not thread-safe.
 */
final class RestClientGraph {

    private final Subject subject;
    private final Precedence precedence;
    private final Set<Visit> visits = new HashSet<>();
    private final Map<Method, Said> requests = new HashMap<>();

    /** An interface that was reached, and what is said of it from outside; to reach it so again changes nothing. */
    private record Visit(Class<?> type, String context) {}

    private RestClientGraph(Subject subject) {
        this.subject = subject;
        this.precedence = new Precedence(subject);
    }

    /**
     * What is said about each method that makes requests.
     *
     * @throws io.paybearer.RequestRefusedException if two things are said about a method and a call does not tell which is
     *     meant, or an annotation is where nothing reads it
     */
    static Map<Method, Said> of(Class<?> restClient, Subject subject) {
        RestClientGraph graph = new RestClientGraph(subject);
        graph.visit(restClient, Said.NOTHING);
        return Map.copyOf(graph.requests);
    }

    private void visit(Class<?> type, Said context) {
        if (!visits.add(new Visit(type, String.valueOf(context.value()) + context.isSilent()))) {
            return;
        }
        new Overlooked(subject).requireNone(type);
        ResourceMethods methods = new ResourceMethods(type);
        for (List<Method> call : methods.calls()) {
            if (methods.makesRequest(call.get(0))) {
                Said said = precedence.of(type, call).or(context);
                call.forEach(method -> add(type, method, said));
            } else if (call.stream().anyMatch(methods::locates)) {
                follow(call, precedence.of(type, call).or(context));
            }
        }
    }

    private void follow(List<Method> locator, Said context) {
        for (Method method : locator) {
            if (method.getReturnType().isInterface()) {
                try {
                    visit(method.getReturnType(), context);
                } catch (LinkageError incomplete) {
                    // a class that it needs is not there, so no implementation can make a client of it either
                }
            }
        }
    }

    private void add(Class<?> type, Method method, Said said) {
        Said before = requests.putIfAbsent(method, said);
        if (before != null && !before.agrees(said)) {
            throw subject.refused(before, said, MethodNames.of(type, method) + "()");
        }
    }
}
