// SPDX-License-Identifier: Apache-2.0
package io.paybearer.harness;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** The kinds of accounts whose tokens a server issues. What is promised of tokens holds for each of them. */
public enum Issuing {
    /** Logs in, then renews with refresh tokens. */
    PAYMENTSGATE("/deals", List.of("/auth/token", "/auth/token/refresh")) {
        @Override
        public Map<String, String> account(URI origin) {
            return TestMerchants.paymentsGate(origin);
        }
    },
    /** Logs in each time. */
    OAUTH2("/oauth2/api", List.of("/oauth2/token")) {
        @Override
        public Map<String, String> account(URI origin) {
            return TestMerchants.oauth2(origin);
        }
    };

    private final String api;
    private final List<String> tokenPaths;

    Issuing(String api, List<String> tokenPaths) {
        this.api = api;
        this.tokenPaths = tokenPaths;
    }

    /** The keys of an account at the sandbox. */
    public abstract Map<String, String> account(URI origin);

    /** The path of the protected API. */
    public String api() {
        return api;
    }

    /** The paths of the token endpoints: the login first, then the renewal. */
    public List<String> tokenPaths() {
        return tokenPaths;
    }
}
