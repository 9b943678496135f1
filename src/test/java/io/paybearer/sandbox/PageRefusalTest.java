// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page refuses: requests that a website has caused, and changes that mean nothing. */
@Timeout(60)
class PageRefusalTest {

    private static final String FAULT = "{\"path\":\"/auth/token\",\"kind\":\"cut\",\"when\":\"always\"}";
    private static final String JSON = "Content-Type: application/json";

    private final PaymentSandbox sandbox = PaymentSandbox.start().servePage(Map.of());
    private final PageCalls calls = new PageCalls(sandbox);
    private final int port = sandbox.uri().getPort();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example", "evil.example:{port}", "127.0.0.1.evil.example", "localhost.evil.example:{port}",
                "127.0.0.1:{port}@evil.example", "0.0.0.0:{port}", "127.0.0.1:{port}x", ""
            })
    void otherHost_isRefused_withWhateverItAsks(String host) throws IOException {
        String name = host.replace("{port}", String.valueOf(port));

        assertThat(raw("GET / HTTP/1.1", "Host: " + name)).startsWith("HTTP/1.1 403");
        assertThat(raw("GET /sandbox/state HTTP/1.1", "Host: " + name)).startsWith("HTTP/1.1 403");
        assertThat(raw("POST /sandbox/faults HTTP/1.1", "Host: " + name, JSON)).startsWith("HTTP/1.1 403");
        unchanged();
    }

    @Test
    void severalHostsOrNone_areRefused() throws IOException {
        assertThat(raw("GET / HTTP/1.0")).startsWith("HTTP/1.1 403");
        assertThat(raw("GET / HTTP/1.1", "Host: 127.0.0.1", "Host: evil.example"))
                .startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:{port}", "localhost:{port}", "LOCALHOST", "[::1]:9000"})
    void loopbackHosts_areServed(String host) throws IOException {
        String name = host.replace("{port}", String.valueOf(port));

        assertThat(raw("GET /sandbox/state HTTP/1.1", "Host: " + name)).startsWith("HTTP/1.1 200");
        assertThat(raw(
                        "POST /sandbox/faults HTTP/1.1",
                        "Host: " + name,
                        JSON,
                        "Origin: http://" + name,
                        "Sec-Fetch-Site: same-origin"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: http://127.0.0.1:1",
                "Origin: http://localhost:{port}",
                "Origin: https://127.0.0.1:{port}",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: anything"
            })
    void pageOfAnotherOrigin_neitherReadsNorChanges(String header) throws IOException {
        String host = "Host: 127.0.0.1:" + port;
        String said = header.replace("{port}", String.valueOf(port));

        assertThat(raw("POST /sandbox/faults HTTP/1.1", host, JSON, said)).startsWith("HTTP/1.1 403");
        assertThat(raw("GET /sandbox/state HTTP/1.1", host, said)).startsWith("HTTP/1.1 403");
        unchanged();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp"})
    void contentThatAFormCanSend_changesNothing(String type) throws IOException {
        assertThat(raw("POST /sandbox/faults HTTP/1.1", "Host: 127.0.0.1", "Content-Type: " + type))
                .startsWith("HTTP/1.1 415");
        assertThat(raw("POST /sandbox/faults HTTP/1.1", "Host: 127.0.0.1")).startsWith("HTTP/1.1 415");
        unchanged();
    }

    @Test
    void otherMethods_changeNothing_andNoAnswerLetsAnotherOriginRead() throws IOException {
        for (String method : new String[] {"GET", "PUT", "OPTIONS"}) {
            assertThat(raw(method + " /sandbox/faults HTTP/1.1", "Host: 127.0.0.1", JSON))
                    .startsWith("HTTP/1.1 405")
                    .doesNotContainIgnoringCase("access-control");
        }
        assertThat(raw("POST / HTTP/1.1", "Host: 127.0.0.1", JSON)).startsWith("HTTP/1.1 405");
        assertThat(raw("POST /sandbox/other HTTP/1.1", "Host: 127.0.0.1", JSON)).startsWith("HTTP/1.1 404");
        unchanged();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "faults     | {}                                                                   | path",
                "faults     | {\"path\":\"/mistyped\",\"kind\":\"cut\",\"when\":\"next\"}           | path is none of a stand-in",
                "faults     | {\"path\":\"/\",\"kind\":\"cut\",\"when\":\"next\"}                   | path is none of a stand-in",
                "faults     | {\"path\":\"/wallet\",\"kind\":\"cuts\",\"when\":\"next\"}            | kind has to be one of status, delay",
                "faults     | {\"path\":\"/wallet\",\"kind\":\"cut\"}                               | when has to be one of next, always",
                "faults     | {\"path\":\"/wallet\",\"kind\":\"cut\",\"when\":\"next\",\"x\":1}     | unknown member",
                "faults     | {\"path\":\"/wallet\",\"kind\":\"cut\",\"when\":\"next\",\"status\":503} | status does not belong",
                "faults     | {\"path\":\"/wallet\",\"kind\":\"status\",\"when\":\"next\"}          | status has to be a whole number",
                "faults     | {\"path\":\"/wallet\",\"kind\":\"status\",\"status\":99,\"when\":\"next\"} | from 300 to 599",
                "faults     | {\"path\":\"/wallet\",\"kind\":\"status\",\"status\":\"503\",\"when\":\"next\"} | from 300 to 599",
                "faults     | {\"path\":\"/wallet\",\"kind\":\"delay\",\"seconds\":601,\"when\":\"next\"} | seconds has to be a number from 0 to 600",
                "faults     | {\"path\":\"/wallet\",\"kind\":\"delay\",\"seconds\":-1,\"when\":\"next\"} | from 0 to 600",
                "faults/off | {\"id\":4}                                                           | no fault has this id",
                "faults/off | {\"ids\":4}                                                          | unknown member",
                "settings   | {\"tokenLifetimeSeconds\":0}                                         | from 1 to 31536000",
                "settings   | {\"tokenLifetimeSeconds\":60,\"oauth2JwtAccessTokens\":\"yes\"}      | has to be true or false",
                "settings   | {\"tokenLifetime\":60}                                               | unknown member",
                "revoke     | {}                                                                   | tokens has to be one of access, refresh",
                "clear      | {\"all\":true}                                                       | unknown member; there can be none",
                "settings   | []                                                                   | body is not a JSON object"
            })
    void changeThatMeansNothing_isRefusedWithWhatItMayBe(String path, String body, String reason) {
        String before = calls.state().members().get("settings").toString();

        HttpResponse<String> answer = calls.act(path, body);

        assertThat(answer.statusCode()).isBetween(400, 404);
        assertThat(PageCalls.json(answer).text("error").orElseThrow()).contains(reason);
        assertThat(calls.state().members().get("settings")).hasToString(before);
        unchanged();
    }

    private void unchanged() {
        assertThat(PageCalls.objects(calls.state(), "faults")).isEmpty();
    }

    /** Sends what the JDK's client would not send, and returns the answer. */
    private String raw(String line, String... headers) throws IOException {
        String body = line.startsWith("GET") ? "" : FAULT;
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request = line + "\r\n" + String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n")
                    + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
