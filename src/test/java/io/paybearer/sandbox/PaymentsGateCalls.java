// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.net.http.HttpResponse;

/** What a client of PaymentsGate sends, as real HTTP calls. */
record PaymentsGateCalls(TestHttp http, String account) {

    HttpResponse<String> authenticate(String publicKey) {
        return http.post("/auth/token", credentials(account, publicKey));
    }

    static String credentials(String account, String publicKey) {
        return "{\"account_id\":\"" + account + "\",\"public_key\":\"" + publicKey + "\"}";
    }

    HttpResponse<String> refresh(HttpResponse<String> pair) {
        return refresh(TestHttp.member(pair, "access_token"), TestHttp.member(pair, "refresh_token"));
    }

    HttpResponse<String> refresh(String accessToken, String refreshToken) {
        String body = "{\"refresh_token\":\"" + refreshToken + "\"}";
        return http.post("/auth/token/refresh", body, "Authorization", "Bearer " + accessToken);
    }

    HttpResponse<String> payin(String token) {
        return http.post("/deals/payin", "{}", "Authorization", "Bearer " + token);
    }
}
