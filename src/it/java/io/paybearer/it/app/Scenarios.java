// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.app;

import io.paybearer.AccessTokens;
import io.paybearer.PaybearerFeature;
import io.paybearer.PaybearerProperties;
import io.paybearer.PaymentAccount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.WebTarget;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What the application can be asked to do, by name. Each answers with what the provider said. */
@RequestScoped
public class Scenarios {

    private static final Entity<String> JSON = Entity.json("{}");

    @Inject
    @RestClient
    Deals deals;

    @Inject
    @RestClient
    Listed listed;

    @Inject
    @RestClient
    Provided provided;

    @Inject
    @RestClient
    Movable movable;

    @Inject
    @RestClient
    Contacts contacts;

    @Inject
    CurrentChild currentChild;

    @Inject
    @PaymentAccount("two")
    Client injectedClient;

    @Inject
    @PaymentAccount("partner")
    WebTarget injectedTarget;

    @Inject
    AccessTokens tokens;

    @Inject
    @ConfigProperty(name = "sandbox.uri")
    String sandbox;

    Callable<String> named(String name) {
        return Map.<String, Callable<String>>ofEntries(
                        Map.entry("annotated-interface", () -> deals.payin("{}")),
                        Map.entry("annotated-method", () -> deals.payment("{}")),
                        Map.entry("get", () -> deals.deal()),
                        Map.entry(
                                "async",
                                () -> deals.payinAsync("{}")
                                        .toCompletableFuture()
                                        .get(20, TimeUnit.SECONDS)),
                        Map.entry("listed", () -> listed.sign("{}")),
                        Map.entry("provided", () -> provided.pay("{}")),
                        Map.entry("movable", () -> movable.call("{}")),
                        Map.entry("injected-client", this::injectedClient),
                        Map.entry(
                                "injected-target",
                                () -> injectedTarget.request().post(JSON, String.class)),
                        Map.entry("tokens", () -> tokens.get("less").bearer()),
                        Map.entry("background", this::background),
                        Map.entry("plain", () -> plain("/payments", null)),
                        Map.entry("account-of-the-server", this::accountOfTheServer),
                        Map.entry("plain-async", this::plainAsync),
                        Map.entry("elsewhere", () -> deals.paymentOfTheWrongAccount("{}")),
                        Map.entry("child-by-key", () -> plain("/contacts", null)),
                        Map.entry("child-by-property", () -> plain("/contacts", "cl_1")),
                        Map.entry("child-by-resolver", this::childByResolver),
                        Map.entry("child-on-interface", () -> contacts.onInterface("{}")),
                        Map.entry("child-on-method", () -> contacts.onMethod("{}")),
                        Map.entry("child-by-header", () -> contacts.byHeader("cl_1", "{}")))
                .get(name);
    }

    private String injectedClient() {
        return injectedClient
                .target(sandbox + "/checkout/api/encrypt/generate/signature")
                .request()
                .post(JSON, String.class);
    }

    private String accountOfTheServer() {
        Client client = ClientBuilder.newClient().register(PaybearerFeature.forAccount("shop-eu"));
        try {
            return client.target(sandbox + "/checkout/api/encrypt/generate/signature")
                    .request()
                    .post(JSON, String.class);
        } finally {
            client.close();
        }
    }

    private String plain(String path, String child) {
        Client client = ClientBuilder.newClient().register(PaybearerFeature.class);
        try {
            return client.target(sandbox + path)
                    .request()
                    .property(PaybearerProperties.CLIENT_ID, child)
                    .post(JSON, String.class);
        } finally {
            client.close();
        }
    }

    private String plainAsync() throws Exception {
        Client client = ClientBuilder.newClient().register(PaybearerFeature.class);
        try {
            return client.target(sandbox + "/payments")
                    .request()
                    .property(PaybearerProperties.CLIENT_ID, "") // the resolver is asked on the caller's thread alone
                    .rx()
                    .post(JSON, String.class)
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
        } finally {
            client.close();
        }
    }

    /** The thread on which a token arrived that nobody waited for. */
    private String background() throws Exception {
        return tokens.getAsync("gate")
                .thenApply(token -> Thread.currentThread().getName())
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    private String childByResolver() {
        currentChild.set("cl_4");
        try {
            return plain("/contacts", null);
        } finally {
            currentChild.clear();
        }
    }
}
