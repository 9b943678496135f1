// SPDX-License-Identifier: Apache-2.0
package io.paybearer.transports;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Invocation;
import java.lang.reflect.Method;
import java.util.List;

/**
 * A way to switch redirects on, at one of three times. What a class path does not have is left as it is.
 *
 * @param name what is switched
 * @param builder before the client is made
 * @param client after its first call
 * @param call for one call
 */
record Switches(String name, Step<ClientBuilder> builder, Step<Client> client, Step<Invocation.Builder> call) {

    private static final String JERSEY = "jersey.config.client.followRedirects";
    private static final String CXF = "http.autoredirect";
    private static final String POLICY = "org.apache.cxf.transports.http.configuration.HTTPClientPolicy";

    /** What is done. */
    interface Step<T> {
        void to(T target) throws ReflectiveOperationException;

        default Step<T> and(Step<T> next) {
            return target -> {
                to(target);
                next.to(target);
            };
        }
    }

    @Override
    public String toString() {
        return name;
    }

    static String implementation() {
        String builder = ClientBuilder.newBuilder().getClass().getName();
        return builder.contains("glassfish") ? "Jersey" : builder.contains("cxf") ? "CXF" : "RESTEasy";
    }

    static final Switches NONE = new Switches("nothing", target -> {}, target -> {}, target -> {});

    static List<Switches> all() {
        Step<ClientBuilder> properties = builder -> builder.property(JERSEY, true)
                .property(CXF, true)
                .property("http.redirect.relative.uri", true)
                .property("http.redirect.allowed.uri", "http")
                .property("dev.resteasy.client.follow.redirects", true);
        Step<ClientBuilder> setter = builder -> call(builder, "setFollowRedirects", true);
        Step<ClientBuilder> apache = builder -> builder.property(
                        "jersey.config.apache.client.requestConfig", requestConfig("org.apache.http"))
                .property("jersey.config.apache5.client.requestConfig", requestConfig("org.apache.hc"));
        Step<Client> engine = client -> {
            for (Method method : client.getClass().getMethods()) {
                if (method.getName().equals("httpEngine")) {
                    call(method.invoke(client), "setFollowRedirects", true);
                }
            }
        };
        Step<Client> later = client -> client.property(JERSEY, true).property(CXF, true);
        Step<Invocation.Builder> request =
                call -> call.property(JERSEY, true).property(CXF, true).property(POLICY, policy());
        return List.of(
                new Switches("properties of the builder", properties, target -> {}, target -> {}),
                new Switches("setter of the builder", setter, target -> {}, target -> {}),
                new Switches("settings of Apache's client", apache, target -> {}, target -> {}),
                new Switches("the engine, after a call", target -> {}, engine, target -> {}),
                new Switches("properties of the client, after a call", target -> {}, later, target -> {}),
                new Switches("properties of a call", target -> {}, target -> {}, request),
                new Switches("the conduit of a call", target -> {}, target -> {}, Switches::conduit),
                new Switches(
                        "all of it",
                        properties.and(setter).and(apache),
                        later.and(engine),
                        request.and(Switches::conduit)));
    }

    /** What a method does not take, or an engine does not support, is not switched on. */
    private static void call(Object target, String name, Object argument) {
        for (Method method : target.getClass().getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == 1) {
                try {
                    method.invoke(target, argument);
                } catch (ReflectiveOperationException unsupported) {
                    return;
                }
            }
        }
    }

    private static Object requestConfig(String root) throws ReflectiveOperationException {
        for (String name :
                List.of(root + ".client.config.RequestConfig", root + ".client5.http.config.RequestConfig")) {
            try {
                Object builder = Class.forName(name).getMethod("custom").invoke(null);
                call(builder, "setRedirectsEnabled", true);
                return builder.getClass().getMethod("build").invoke(builder);
            } catch (ClassNotFoundException otherVersion) {
                // the next one
            }
        }
        return "absent";
    }

    private static Object policy() throws ReflectiveOperationException {
        try {
            Object policy = Class.forName(POLICY).getConstructor().newInstance();
            call(policy, "setAutoRedirect", true);
            return policy;
        } catch (ClassNotFoundException otherImplementation) {
            return "absent";
        }
    }

    private static void conduit(Invocation.Builder call) throws ReflectiveOperationException {
        try {
            Object configuration = Class.forName("org.apache.cxf.jaxrs.client.WebClient")
                    .getMethod("getConfig", Object.class)
                    .invoke(null, call);
            Object conduit =
                    configuration.getClass().getMethod("getHttpConduit").invoke(configuration);
            Object policy = conduit.getClass().getMethod("getClient").invoke(conduit);
            call(policy, "setAutoRedirect", true);
        } catch (ClassNotFoundException otherImplementation) {
            // there is no conduit
        }
    }

    /** A client of Apache that follows redirects by all that it is told. */
    static Object laxApache() throws ReflectiveOperationException {
        Object builder = Reflection.callStatic("org.apache.http.impl.client.HttpClients", "custom");
        Object lax = Reflection.made("org.apache.http.impl.client.LaxRedirectStrategy");
        Reflection.call(builder, "setRedirectStrategy", lax);
        Reflection.call(builder, "setDefaultRequestConfig", requestConfig("org.apache.http"));
        return Reflection.call(builder, "build");
    }
}
