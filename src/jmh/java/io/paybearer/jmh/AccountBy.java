// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import io.paybearer.client.Binding;
import io.paybearer.client.CredentialFilter;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Arrays;

/** How a request's account is found. */
public enum AccountBy {
    ANNOTATION("account by annotation", AnnotatedApi.class, 10),
    ANNOTATION_SHARED_STORE("the same, tokens in a shared store", AnnotatedApi.class, 10),
    KEY("account by the key rest-clients", ListedApi.class, 10),
    URI_OF_1("account by URI, 1 account", null, 1),
    URI_OF_10("account by URI, 10 accounts", null, 10),
    URI_OF_1000("account by URI, 1,000 accounts", null, 1000),
    URI_OF_1000_IN_TURN("the same, all of them in turn", null, 1000);

    private final String title;
    private final Class<?> restClient;
    private final int accounts;

    /** One object, as proxies have it. */
    private final Method invoked;

    AccountBy(String title, Class<?> restClient, int accounts) {
        this.title = title;
        this.restClient = restClient;
        this.accounts = accounts;
        this.invoked = restClient == null ? null : restClient.getDeclaredMethods()[0];
    }

    String title() {
        return title;
    }

    BenchmarkAccounts start() {
        return BenchmarkAccounts.start(accounts, this == ANNOTATION_SHARED_STORE);
    }

    CredentialFilter filter() {
        return new CredentialFilter(restClient == null ? Binding.NONE : Binding.NONE.on(restClient));
    }

    /** A request as the implementation hands it to filters. */
    StubRequest request(BenchmarkAccounts running) {
        URI[] all = running.uris();
        int one = restClient == null ? accounts / 2 : 0;
        return new StubRequest(invoked, this == URI_OF_1000_IN_TURN ? all : Arrays.copyOfRange(all, one, one + 1));
    }
}
