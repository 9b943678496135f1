// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.config.AccountConfig;
import io.paybearer.http.EndpointSettings;
import java.util.Optional;

/** How an endpoint is reached, and what messages advise about that. */
final class Route {

    private final EndpointSettings settings;
    private final TrustStore trust;
    private final String proxyKey;
    private final String proxyLogin;
    private final String proxyAdvice;

    private Route(EndpointSettings settings, TrustStore trust, String proxyKey, String proxyLogin, String proxyAdvice) {
        this.settings = settings;
        this.trust = trust;
        this.proxyKey = proxyKey;
        this.proxyLogin = proxyLogin;
        this.proxyAdvice = proxyAdvice;
    }

    /** The way of paybearer to a token endpoint. */
    static Route ofAccount(AccountConfig account, Session session) {
        String key = account.key("proxy");
        return new Route(
                account.endpoint(),
                TrustStore.of(account, session),
                key,
                key + "-user",
                "set " + key + "=host:port, or start Java with -Dhttps.proxyHost");
    }

    /** The way of the application's own client, with what the JVM says. */
    static Route ofJvm(AccountConfig account) {
        EndpointSettings timeouts = account.endpoint();
        return new Route(
                new EndpointSettings(
                        timeouts.connectTimeout(), timeouts.readTimeout(), Optional.empty(), Optional.empty()),
                TrustStore.ofJvm(),
                "https.proxyHost",
                "the login that the application's client has for it",
                "give the application's client a proxy, for instance with -Dhttps.proxyHost");
    }

    /** Time limits, proxy and certificates. */
    EndpointSettings settings() {
        return settings;
    }

    TrustStore trust() {
        return trust;
    }

    /** The key or property that names the proxy. */
    String proxyKey() {
        return proxyKey;
    }

    /** What tells the proxy who asks. */
    String proxyLogin() {
        return proxyLogin;
    }

    /** What to do where a proxy is needed and there is none. */
    String proxyAdvice() {
        return proxyAdvice;
    }
}
