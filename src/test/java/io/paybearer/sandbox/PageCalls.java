// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calls of the made-up accounts and of the page at a sandbox, which knows all accounts. */
final class PageCalls {

    private final PaymentSandbox sandbox;
    private final TestHttp http;

    PageCalls(PaymentSandbox sandbox) {
        this.sandbox = sandbox;
        http = new TestHttp(sandbox);
        List.of(SandboxAccount.values()).forEach(account -> account.register(sandbox));
    }

    TestHttp http() {
        return http;
    }

    /** The page's data. */
    JsonObject state() {
        return json(http.get("/sandbox/state"));
    }

    /** What the page shows of the last request. */
    JsonObject last() {
        return objects(state(), "requests").get(0);
    }

    HttpResponse<String> act(String path, String body, String... headers) {
        return http.post("/sandbox/" + path, body, headers);
    }

    static JsonObject json(HttpResponse<String> answer) {
        return JsonObject.parse(answer.body()).orElseThrow(() -> new AssertionError("no JSON: " + answer.body()));
    }

    static List<JsonObject> objects(JsonObject json, String name) {
        return ((List<?>) json.members().get(name))
                .stream().map(item -> new JsonObject((Map<?, ?>) item)).toList();
    }

    String paymentsGateToken() {
        Map<String, String> keys = SandboxAccount.PAYMENTSGATE.keys("a", sandbox.uri());
        String body = JsonWriter.write(Map.of(
                "account_id", keys.get("paybearer.account.a.account-id"),
                "public_key", keys.get("paybearer.account.a.public-key")));
        return TestHttp.member(http.post("/auth/token", body), "access_token");
    }

    String oauth2Token() {
        var form = http.request("/oauth2/token", "Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic c2FuZGJveC1jbGllbnQ6c2FuZGJveC1jbGllbnQtc2VjcmV0")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"));
        return TestHttp.member(http.send(form), "access_token");
    }

    /** A call with a token that is minted now, with further claims. */
    HttpResponse<String> borderless(String path, String... namesAndValues) {
        Map<String, String> keys = SandboxAccount.BORDERLESS.keys("a", sandbox.uri());
        Map<String, Object> claims = new HashMap<>(Map.of(
                "issuer", keys.get("paybearer.account.a.issuer-id"),
                "iat", sandbox.settings().now().getEpochSecond()));
        claims.putAll(ReadyAccount.leaves(namesAndValues));
        String token = TestJws.hs256(JsonWriter.write(claims), keys.get("paybearer.account.a.secret-key"));
        return http.get(path, "Authorization", "Bearer " + token, "Accept", "application/json");
    }

    HttpResponse<String> twoCheckout() {
        Map<String, String> keys = SandboxAccount.TWO_CHECKOUT.keys("a", sandbox.uri());
        String token = TestJws.hs512(
                JsonWriter.write(Map.of(
                        "sub", keys.get("paybearer.account.a.merchant-code"),
                        "iat", sandbox.settings().now().getEpochSecond())),
                keys.get("paybearer.account.a.secret-word"));
        return http.post(
                TwoCheckoutSignature.PATH,
                "{\"currency\":\"EUR\"}",
                "Authorization",
                "Bearer " + token,
                "merchant-token",
                token);
    }
}
