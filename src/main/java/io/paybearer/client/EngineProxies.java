// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.PaybearerProperties;
import io.paybearer.RequestRefusedException;
import io.paybearer.restclient.ResourceMethods;
import io.paybearer.restclient.RestClientMethods;
import io.paybearer.restclient.Subject;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.Configuration;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rule for typed clients that implementations make without MicroProfile Rest Client: annotations on their interfaces are
 * refused, since no request of theirs tells the interfaces that led to it. RESTEasy shows each interface that has requests when
 * it makes the client, {@code target.proxy(Api.class)}, and each sub-resource when its locator is called. CXF and Jersey show
 * nothing beforehand, so their requests are refused, unless an account has been named.
 */
final class EngineProxies {

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private static final String OF_JERSEY = "org.glassfish.jersey.client.proxy.WebResourceFactory";

    /** Whether Jersey's typed clients are there, by the class of a request: few applications have them. */
    private static final ClassValue<Boolean> HAS_OF_JERSEY = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> request) {
            try {
                Class.forName(OF_JERSEY, false, request.getClassLoader());
                return true;
            } catch (ClassNotFoundException | LinkageError absent) {
                return false;
            }
        }
    };

    private EngineProxies() {}

    /**
     * Looks at a request that names no account and whose method is unknown.
     *
     * @throws RequestRefusedException if a typed client of CXF or Jersey makes it
     */
    static void requireShown(ClientRequestContext request) {
        boolean ofCxf = request.getClient() == null; // nor is it a request of the Jakarta REST client
        if (ofCxf || (HAS_OF_JERSEY.get(request.getClass()) && isOfJersey())) {
            throw new RequestRefusedException("", "this request may be of an interface with annotations, " + remedy());
        }
    }

    private static boolean isOfJersey() {
        return STACK.walk(
                frames -> frames.anyMatch(frame -> frame.getClassName().equals(OF_JERSEY)));
    }

    /**
     * Looks at an interface that a client is being made of.
     *
     * @param client its configuration
     * @param binding the filter's; its account counts for more than an annotation
     * @throws RequestRefusedException if an annotation would not be honoured
     */
    static void requireUnannotated(Class<?> type, Configuration client, Binding binding) {
        if (client.getProperty(RestClientMethods.SEEN) != null
                || client.getInstances().stream().anyMatch(RestClientFilter.class::isInstance)) {
            return;
        }
        boolean named = binding.account() != null || client.getProperty(PaybearerProperties.ACCOUNT) != null;
        requireUnannotated(type, named);
        parent(type).ifPresent(parent -> {
            requireUnannotated(parent, named);
            requireSeen(parent, type, named);
        });
    }

    private static void requireUnannotated(Class<?> type, boolean named) {
        RestClientMethods methods = new RestClientMethods(type);
        for (Subject subject : Subject.values()) {
            if (methods.name(subject) && (subject == Subject.CHILD || !named)) {
                throw new RequestRefusedException(
                        "", type.getName() + " has " + subject.annotation() + ", " + remedy());
            }
        }
    }

    /** An interface of locators alone is not shown when the client is made, so nobody knows what is on the way to it. */
    private static void requireSeen(Class<?> parent, Class<?> type, boolean named) {
        ResourceMethods methods = new ResourceMethods(parent);
        boolean seen = methods.calls().stream().anyMatch(call -> methods.makesRequest(call.get(0)));
        if (!seen && !named) {
            throw new RequestRefusedException(
                    "", parent.getName() + " makes no request itself but leads to " + type.getName() + ", " + remedy());
        }
    }

    private static String remedy() {
        return "which a client made without RestClientBuilder does not show to filters; make the client with RestClientBuilder,"
                + " or register PaybearerFeature.forAccount";
    }

    /** The interface whose locator is being called, if the client that is being made is a sub-resource. */
    private static Optional<Class<?>> parent(Class<?> type) {
        return STACK.walk(frames -> frames.filter(frame -> Proxy.isProxyClass(frame.getDeclaringClass()))
                .<Class<?>>flatMap(frame -> Stream.of(frame.getDeclaringClass().getInterfaces())
                        .filter(parent -> locates(parent, frame.getMethodName(), type)))
                .findFirst());
    }

    private static boolean locates(Class<?> parent, String name, Class<?> type) {
        ResourceMethods methods = new ResourceMethods(parent);
        return Stream.of(parent.getMethods())
                .anyMatch(method ->
                        method.getName().equals(name) && method.getReturnType() == type && methods.locates(method));
    }
}
