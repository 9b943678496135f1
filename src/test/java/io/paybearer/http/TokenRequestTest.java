// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.paybearer.Secret;
import io.paybearer.http.RawEndpoint.Reply;
import io.paybearer.spi.TokenRequest;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a provider's own request looks like on the wire, and what it learns of a failure. */
class TokenRequestTest {

    private static final URI ANYWHERE = URI.create("https://api.example.com/token");

    private static String sent(Function<URI, TokenRequest> request) throws IOException, TokenRequestException {
        AtomicReference<String> seen = new AtomicReference<>("");
        try (RawEndpoint endpoint = RawEndpoint.start(read -> {
            seen.set(read.head() + "\r\n" + read.body());
            return Reply.closing(RawEndpoint.answer("200 OK", "Content-Type: application/json\r\n", "{}"));
        })) {
            Endpoints.plain().send(request.apply(endpoint.uri()));
        }
        return seen.get();
    }

    @Test
    void form_isWrittenInUtf8_asRfc6749Says() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", "a b+c%d&e=f");
        fields.put("scope", "größe ~*");

        assertThat(TokenRequest.form(ANYWHERE, fields).body())
                .isEqualTo("client_id=a+b%2Bc%25d%26e%3Df&scope=gr%C3%B6%C3%9Fe+%7E*");
    }

    @Test
    void form_isSentWithItsType_andBasicAsItIs() throws Exception {
        assertThat(sent(uri -> TokenRequest.form(uri, Map.of("grant_type", "client_credentials"))
                        .basic("user", Secret.of("pass:word"))))
                .contains("Content-Type: application/x-www-form-urlencoded\r\n")
                .contains("Accept: application/json\r\n")
                .contains("Authorization: Basic dXNlcjpwYXNzOndvcmQ=\r\n")
                .contains("grant_type=client_credentials");
    }

    @Test
    void header_isReplaced_andRefusedWhereNoneCanCarryIt() {
        TokenRequest request =
                TokenRequest.json(ANYWHERE, Map.of()).header("Content-Type", "application/vnd.acme+json");

        assertThat(request.headers()).containsEntry("Content-Type", "application/vnd.acme+json");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.header("X-Key", "s3cret\r\nEvil: 1"))
                .withMessageNotContaining("s3cret");
    }

    @Test
    void text_showsNothingOfTheRequest() {
        assertThat(TokenRequest.json(ANYWHERE, Map.of("key", "s3cret")).basic("u", Secret.of("s3cret")))
                .hasToString("TokenRequest[https://api.example.com/token]");
    }

    /** A provider's own code is shown only if it says so, is short, and repeats nothing that was sent. */
    @ParameterizedTest
    @CsvSource({
        "true, ACCOUNT_BLOCKED, true",
        "true, auth.wrong-key, true",
        "true, tok3n, false",
        "true, secret, false",
        "true, two words, false",
        "true, '', false",
        "true, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, false",
        "false, ACCOUNT_BLOCKED, false",
        "false, invalid_client, true",
    })
    void ownErrorCode_isShownWhereItMayBe(boolean own, String code, boolean shown) throws IOException {
        String body = "{\"error\":\"" + code + "\",\"message\":\"words of the other side\"}";
        try (RawEndpoint endpoint =
                RawEndpoint.start(request -> Reply.closing(RawEndpoint.answer("401 No", "", body)))) {
            TokenRequest request = TokenRequest.json(endpoint.uri(), Map.of("key", "my-secret-key"));

            TokenRequestException failure = failure(own ? request.ownErrors() : request);

            assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
            assertThat(failure.status()).hasValue(401);
            assertThat(failure.error().orElse("")).isEqualTo(shown ? code : "");
            assertThat(failure)
                    .hasMessage("POST " + endpoint.uri() + " answered 401" + (shown ? " with the error " + code : ""));
        }
    }

    private static TokenRequestException failure(TokenRequest request) {
        try {
            throw new AssertionError("answered " + Endpoints.plain().send(request));
        } catch (TokenRequestException failure) {
            return failure;
        }
    }
}
