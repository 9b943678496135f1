// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What a client of the OAuth 2.0 server sends, as real HTTP calls. */
record OAuth2Calls(TestHttp http) {

    static final String TOKEN = "/oauth2/token";
    static final String FORM = "application/x-www-form-urlencoded";

    /** Posts a form; its parameters are names and values in turn, and may repeat a name. */
    HttpResponse<String> token(String... parameters) {
        return post(TOKEN, form(parameters));
    }

    HttpResponse<String> tokenWithBasic(String credentials, String... parameters) {
        return post(TOKEN, form(parameters), "Authorization", basic(credentials));
    }

    HttpResponse<String> post(String path, String form, String... headers) {
        return http.send(
                http.request(path, headers).header("Content-Type", FORM).POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> api(String token) {
        return http.get("/oauth2/api/payments", "Authorization", "Bearer " + token);
    }

    HttpResponse<String> api(HttpResponse<String> issued) {
        return api(TestHttp.member(issued, "access_token"));
    }

    static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    }

    static String form(String... parameters) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < parameters.length; i += 2) {
            pairs.add(parameters[i] + "=" + URLEncoder.encode(parameters[i + 1], UTF_8));
        }
        return String.join("&", pairs);
    }
}
