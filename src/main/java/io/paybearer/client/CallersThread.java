// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.restclient.ResourceMethods;
import jakarta.ws.rs.client.AsyncInvoker;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.RxInvoker;
import jakarta.ws.rs.client.SyncInvoker;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The question whether a filter runs on the thread that has called the client. What an application knows of its current user is
 * known on that thread alone, and implementations run the filters of asynchronous calls on threads of their own. No
 * implementation tells a filter so; the stack does. The answer is yes only if the application's own call of the client is seen
 * on the stack, and nothing of a thread pool lies between that call and the filter.
 */
final class CallersThread {

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    /** What an application calls to make a request, beside typed clients. */
    private static final List<Class<?>> CLIENTS =
            List.of(SyncInvoker.class, AsyncInvoker.class, RxInvoker.class, Invocation.class);

    private static final Set<String> CALLS =
            Set.of("get", "put", "post", "delete", "head", "options", "trace", "method", "invoke", "submit");

    /** Implementations call their own clients too, on any thread. Such a call is not the application's. */
    private static final List<String> IMPLEMENTATIONS =
            List.of("org.jboss.resteasy.", "org.glassfish.jersey.", "org.apache.cxf.");

    private static final List<String> POOLS =
            List.of("java.util.concurrent.", "java.lang.Thread", "java.lang.VirtualThread");

    private CallersThread() {}

    /** Whether the current thread is certainly the one that has called the client. */
    static boolean isCurrent() {
        return STACK.walk(CallersThread::hasCall);
    }

    /** Goes outwards from the filter. */
    private static boolean hasCall(Stream<StackFrame> frames) {
        boolean called = false;
        for (Iterator<StackFrame> outwards = frames.iterator(); outwards.hasNext(); ) {
            StackFrame frame = outwards.next();
            String name = frame.getClassName();
            if (startsWithOneOf(POOLS, name)) {
                return false;
            }
            boolean client = isClient(frame.getDeclaringClass());
            if (called && !client && !startsWithOneOf(IMPLEMENTATIONS, name)) {
                return true;
            }
            called = (client && CALLS.contains(frame.getMethodName())) || isTypedCall(frame);
        }
        return false;
    }

    private static boolean isClient(Class<?> type) {
        return CLIENTS.stream().anyMatch(client -> client.isAssignableFrom(type));
    }

    /** Whether a frame is a call of a typed client. Servers make proxies of other things, such as tasks. */
    private static boolean isTypedCall(StackFrame frame) {
        return Proxy.isProxyClass(frame.getDeclaringClass())
                && Stream.of(frame.getDeclaringClass().getInterfaces()).anyMatch(type -> isRequestOf(type, frame));
    }

    private static boolean isRequestOf(Class<?> type, StackFrame frame) {
        try {
            return new ResourceMethods(type)
                    .makesRequest(type.getMethod(
                            frame.getMethodName(), frame.getMethodType().parameterArray()));
        } catch (NoSuchMethodException another) {
            return false;
        }
    }

    private static boolean startsWithOneOf(List<String> beginnings, String name) {
        return beginnings.stream().anyMatch(name::startsWith);
    }
}
