// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cdi;

import io.paybearer.PaybearerFeature;
import io.paybearer.account.Account;
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

    /** Not by name: the applications of an EAR share this, and each may have an account of the same name. */
    private final Map<Account, Client> byAccount = new ConcurrentHashMap<>();

    Client client(Account account) {
        return byAccount.computeIfAbsent(account, AccountClients::open);
    }

    private static Client open(Account account) {
        return ClientBuilder.newClient().register(PaybearerFeature.forAccount(account.name()));
    }

    @PreDestroy
    void close() {
        byAccount.values().forEach(Client::close);
        byAccount.clear();
    }
}
