// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static io.paybearer.sandbox.StaticKeyScheme.API_KEY;
import static io.paybearer.sandbox.StaticKeyScheme.BASIC;
import static io.paybearer.sandbox.StaticKeyScheme.BEARER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StaticKeyTest {

    private static final String KEY = "sk_test_4eC39Hq";
    private static final String PATH = "/static/v1/charges";

    private final PaymentSandbox sandbox = PaymentSandbox.start();
    private final TestHttp http = new TestHttp(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void bearer_rightKey_isAcceptedAndOtherHeadersAreNot() {
        sandbox.register(new StaticKeyMerchant("shop", BEARER, KEY));

        assertAccepted(http.get(PATH, "Authorization", "Bearer " + KEY), "shop");
        assertRefused(http.get(PATH, "x-API-key", KEY), "no merchant sends this key as API_KEY");
        assertRefused(http.get(PATH, "Authorization", basic("shop:" + KEY)), "no merchant sends this key as BASIC");
        assertRefused(http.get(PATH, "Authorization", "Bearer " + KEY + "x"), "no merchant sends this key as BEARER");
        assertRefused(http.get(PATH, "Authorization", "bearer " + KEY), "Authorization is not a Bearer token");
        assertRefused(http.get(PATH), "no Authorization header");
    }

    @Test
    void basic_rightNameAndKey_isAccepted() {
        sandbox.register(new StaticKeyMerchant("shöp", BASIC, KEY + ":é"));

        assertAccepted(http.get(PATH, "Authorization", basic("shöp:" + KEY + ":é")), "sh\\u00f6p");
        assertRefused(http.get(PATH, "Authorization", basic("other:" + KEY)), "no merchant sends this key as BASIC");
        assertRefused(http.get(PATH, "Authorization", basic("shop")), "Basic credentials have no colon");
        assertRefused(http.get(PATH, "Authorization", "Basic *"), "Basic credentials are not Base64");
    }

    @Test
    void basic_emptyKey_isAnotherKey() {
        sandbox.register(new StaticKeyMerchant("shop", BASIC, KEY));

        assertRefused(http.get(PATH, "Authorization", basic("shop:")), "no merchant sends this key as BASIC");
    }

    @Test
    void apiKey_rightKey_isAcceptedAlone() {
        sandbox.register(new StaticKeyMerchant("shop", API_KEY, KEY));

        assertAccepted(http.get(PATH, "X-Api-Key", KEY), "shop");
        assertThat(http.get(PATH, "x-API-key", KEY, "Authorization", "Bearer " + KEY)
                        .statusCode())
                .isEqualTo(400);
        assertThat(http.get(PATH, "x-API-key", KEY, "x-API-key", KEY).statusCode())
                .isEqualTo(400);
    }

    @Test
    void headers_requiredAndOfTenant_areLookedAt() {
        sandbox.register(new StaticKeyMerchant("shop", BEARER, KEY, Set.of("Stripe-Version"), "Stripe-Account"));
        String bearer = "Bearer " + KEY;

        HttpResponse<String> without = http.get(PATH, "Authorization", bearer);
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).isEqualTo("{\"error\":\"no Stripe-Version header\"}");
        assertAccepted(http.get(PATH, "Authorization", bearer, "Stripe-Version", "2026-10-01"), "shop");
        assertAccepted(
                http.get(PATH, "Authorization", bearer, "Stripe-Version", "2026-10-01", "Stripe-Account", "acct_7"),
                "acct_7");
        assertThat(sandbox.received()).last().satisfies(request -> {
            assertThat(request.provider()).isEqualTo(Provider.STATIC_KEY);
            assertThat(request.header("Stripe-Account")).containsExactly("acct_7");
        });
    }

    @Test
    void fault_atThisApi_takesThePlaceOfTheAnswer() {
        sandbox.faults().next(PATH, Fault.status(500));

        assertThat(http.get(PATH).statusCode()).isEqualTo(500);
    }

    @Test
    void merchant_blankOrPrinted_isRefusedOrHidden() {
        assertThat(new StaticKeyMerchant("shop", BEARER, KEY).toString()).doesNotContain(KEY);
        assertThat(BasicCredentials.parse(basic("shop:" + KEY))).hasToString("BasicCredentials[hidden]");
        assertThatIllegalArgumentException().isThrownBy(() -> new StaticKeyMerchant("shop", BEARER, " "));
        assertThatIllegalArgumentException().isThrownBy(() -> new StaticKeyMerchant(" ", BEARER, KEY));
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    }

    private static void assertAccepted(HttpResponse<String> answer, String actedFor) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(TestHttp.member(answer, "actedFor")).isEqualTo(actedFor);
    }

    private void assertRefused(HttpResponse<String> answer, String reason) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer error=\"invalid_token\"");
        assertThat(sandbox.received())
                .last()
                .extracting(ReceivedRequest::verdict)
                .isEqualTo(reason);
    }
}
