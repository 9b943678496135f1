// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.paybearer.PaybearerFeature;
import io.paybearer.RequestRefusedException;
import io.paybearer.client.CredentialFilter;
import io.paybearer.harness.SourceCompiler;
import io.paybearer.spi.ClientIdResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.resteasy.client.jaxrs.ResteasyWebTarget;

/** Makes clients that are refused, with interfaces of a made-up application, and keeps the messages. */
final class RefusedClients {

    private static final URI SHOP = URI.create("https://secure.2checkout.com/checkout");

    private static final String HEAD = "package com.acme; import io.paybearer.*; import jakarta.ws.rs.*; ";

    private static final String ORDERS = HEAD + "public interface Orders { @GET String all(); }";

    private RefusedClients() {}

    static List<String> messages() {
        return List.of(
                made(
                        "Shops",
                        "public interface Shops { @Path(\"o\") @PaymentAccount(\"shop-eu\") Orders orders();"
                                + " @Path(\"a\") @PaymentAccount(\"shop-us\") Orders archive(); }"),
                made(
                        "Shops",
                        "public interface Shops { @GET String one();"
                                + " @PaymentAccount(\"shop-us\") default String both() { return one(); } }"),
                made("Shops", "@European public interface Shops { @GET String one(); }"),
                twoFeatures(),
                proxy(),
                builder(),
                shownNothing());
    }

    private static Class<?> load(String name, String shops) {
        ClassLoader classes = SourceCompiler.load(Map.of(
                "com.acme.Shops",
                HEAD + shops,
                "com.acme.Orders",
                ORDERS,
                "com.acme.European",
                HEAD
                        + "@PaymentAccount(\"shop-eu\") @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                        + " public @interface European {}"));
        try {
            return classes.loadClass("com.acme." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static String made(String name, String shops) {
        return refusal(() -> RestClientBuilder.newBuilder().baseUri(SHOP).build(load(name, shops)));
    }

    private static String twoFeatures() {
        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.forAccount("shop-eu"))) {
            return refusal(() -> client.target(SHOP).register(PaybearerFeature.forAccount("shop-us")));
        }
    }

    private static String proxy() {
        Class<?> shops = load("Shops", "@PaymentAccount(\"shop-eu\") public interface Shops { @GET String one(); }");
        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.class)) {
            return refusal(() -> ((ResteasyWebTarget) client.target(SHOP)).proxy(shops));
        }
    }

    private static String builder() {
        RestClientBuilder builder = RestClientBuilder.newBuilder().baseUri(SHOP);
        Class<?> shops = load("Shops", "@PaymentAccount(\"shop-eu\") public interface Shops { @GET String one(); }");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        builder.build(shops);
        assertThat(thread.getContextClassLoader()).isSameAs(before);
        return refusal(() -> builder.build(shops.getClassLoader().loadClass("com.acme.Orders")));
    }

    private static String shownNothing() {
        ClientRequestContext request = (ClientRequestContext) Proxy.newProxyInstance(
                RefusedClients.class.getClassLoader(),
                new Class<?>[] {ClientRequestContext.class},
                (proxy, method, arguments) -> method.getName().equals("getUri") ? SHOP : null);
        return refusal(() -> new CredentialFilter().filter(request));
    }

    @ApplicationScoped
    public static class CurrentTenant implements ClientIdResolver {
        @Override
        public Optional<String> clientId(String account) {
            return Optional.of("cl_1");
        }
    }

    static String onAnotherThread(URI contacts) {
        ExecutorService worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "worker-1"));
        try (SeContainer container = SeContainerInitializer.newInstance()
                        .addBeanClasses(CurrentTenant.class)
                        .initialize();
                Client client = ClientBuilder.newBuilder()
                        .executorService(worker)
                        .build()
                        .register(PaybearerFeature.class)) {
            return refusal(() -> client.target(contacts).request().async().get().get());
        } finally {
            worker.shutdownNow();
        }
    }

    private static String refusal(ThrowingCallable attempt) {
        Throwable failure = catchThrowable(attempt);
        while (!(failure instanceof RequestRefusedException)) {
            assertThat(failure).isNotNull();
            failure = failure.getCause();
        }
        return failure.getMessage();
    }
}
