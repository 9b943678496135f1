// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cdi;

import io.paybearer.AccessTokens;
import io.paybearer.PaymentAccount;
import io.paybearer.account.Account;
import io.paybearer.account.Applications;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.WebTarget;

/** What applications can have injected: a client or a target that carries an account's token, and the tokens themselves. */
@Dependent
class Producers {

    @Produces
    @PaymentAccount
    Client client(InjectionPoint point, AccountClients clients) {
        return clients.client(account(point));
    }

    @Produces
    @PaymentAccount
    WebTarget target(InjectionPoint point, AccountClients clients) {
        Account account = account(point);
        return clients.client(account).target(account.baseUri());
    }

    @Produces
    AccessTokens tokens() {
        return Applications.current();
    }

    private static Account account(InjectionPoint point) {
        return point.getQualifiers().stream()
                .filter(PaymentAccount.class::isInstance)
                .map(PaymentAccount.class::cast)
                .findFirst()
                .map(named -> Applications.current().account(named.value()))
                .orElseThrow();
    }
}
