package io.paybearer.cdi;

import io.paybearer.PaybearerFeature;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The clients that are injected, one for each account, closed with the application. Beans that live for one request only
 * share them: a client of their own would cost each of them a connection pool. Thread-safe.
 */
@ApplicationScoped
class AccountClients {

    private final Map<String, Client> byAccount = new ConcurrentHashMap<>();

    Client client(String account) {
        return byAccount.computeIfAbsent(account, AccountClients::open);
    }

    private static Client open(String account) {
        return ClientBuilder.newClient().register(PaybearerFeature.forAccount(account));
    }

    @PreDestroy
    void close() {
        byAccount.values().forEach(Client::close);
        byAccount.clear();
    }
}
