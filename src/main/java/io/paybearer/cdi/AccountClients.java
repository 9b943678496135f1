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
 * The clients that are injected: one for each account, closed when the application ends. They are shared, since a bean that
 * lives for one request only would otherwise cost a connection pool. Thread-safe.
 */
@ApplicationScoped
class AccountClients {

    /** Not by name: the applications of an EAR share this bean, and two of them may have an account 'shop'. */
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
