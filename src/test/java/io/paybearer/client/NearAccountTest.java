// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.harness.Configured;
import io.paybearer.harness.TestApplication;
import io.paybearer.harness.TestTime;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which account a request without a credential comes nearest to, and by what it misses it. */
class NearAccountTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/v1, local, another name of this machine",
        "http://[::1]:8080/v1, local, another name of this machine",
        "http://localhost:8081/v1, local, another scheme or port",
        "http://api.example.com/v1, api, another scheme or port",
        "https://api.example.com:8443/v1, api, another scheme or port",
        "https://API.example.com/v2, api, another path",
        "https://www.api.example.com/v1, api, without www.",
        "https://shop.example.org/v1, shop, without www.",
    })
    void requestNearAnAccount_namesItAndTheDifference(URI request, String account, String difference) {
        assertThat(unserved(request)).contains("the nearest is account '" + account + "'", difference);
    }

    @ParameterizedTest
    @CsvSource({"https://elsewhere.example/v1", "https://example.com/v1", "https://notapi.example.com/v1"})
    void requestFarFromAnyAccount_namesNone(URI request) {
        assertThat(unserved(request))
                .startsWith("no account has a base-uri that covers")
                .doesNotContain("nearest");
    }

    private static String unserved(URI request) {
        Configured accounts = Configured.account("local").with("base-uri", "http://localhost:8080/v1");
        key(accounts);
        key(accounts.and("api").with("base-uri", "https://api.example.com/v1"));
        key(accounts.and("shop").with("base-uri", "https://www.shop.example.org/v1"));
        try (TestApplication application = TestApplication.start(accounts, new TestTime(), Runnable::run)) {
            return NearAccount.unserved(application.application(), request);
        }
    }

    private static void key(Configured account) {
        account.with("provider", "static").with("token-headers", "X-Key").with("secret", "a-key");
    }
}
