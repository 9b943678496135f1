// SPDX-License-Identifier: Apache-2.0
package io.paybearer.oidc;

import static io.paybearer.oidc.Accounts.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.TokenUnavailableException;
import io.paybearer.harness.Configured;
import io.paybearer.harness.TestTime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server does not accept, and what the account says about it. */
class RefusalTest {

    private static final String SECRET = "right0right1right2right3right4right5";
    private static final String WRONG = "wrong0wrong1wrong2wrong3wrong4wrong5";
    private static final TestKeyPairs KEYS = new TestKeyPairs();
    private static final TestKeyPairs OTHER_KEYS = new TestKeyPairs();

    private static final String OTHER_METHOD = "the server may expect another " + key("client-authentication");
    private static final String ASSERTION = "the server may not know the key, or expect another " + key("key-id")
            + " or " + key("assertion-audience") + ", or the clocks differ";
    private static final String REFRESH_TOKEN =
            "the refresh token has expired, was revoked or used, or belongs to another client";

    @RegisterExtension
    static final OidcServer SERVER = OidcServer.knowing(List.of(
            OidcClient.of("secret", SECRET).with("scope", "payments"),
            OidcClient.of("hmac", SECRET).authenticating("client_secret_jwt"),
            OidcClient.of("key")
                    .authenticating("private_key_jwt")
                    .with(KEYS.of("ES256").getPublic()),
            OidcClient.of("refreshing", SECRET).refreshing(),
            OidcClient.of("other", SECRET).refreshing()));

    private final TestTime time = new TestTime();

    @RegisterExtension
    final Accounts accounts = new Accounts(time);

    private static Configured secret(String clientId, String secret) {
        return Accounts.withSecret(SERVER.tokenUri(), clientId, secret);
    }

    private static Configured signing() {
        return Accounts.of(SERVER.tokenUri(), "key")
                .with("client-authentication", "private-key-jwt")
                .with("signing-key", KEYS.pem("ES256"));
    }

    private static Configured refreshing(String token) {
        return secret("refreshing", SECRET)
                .with("grant", "refresh_token")
                .with("allow-memory-refresh-token", "true")
                .with("refresh-token", token);
    }

    /** The server answers this error, and the account's whole message is this advice after it. No secret is told. */
    private void assertWrong(Configured account, String answer, String advice) {
        TokenUnavailableException failure = accounts.failure(account);

        assertThat(failure)
                .hasMessage("account 'shop' has no token to send: POST " + SERVER.tokenUri() + " answered " + answer
                        + "; " + advice);
        assertThat(failure.account()).isEqualTo("shop");
        assertThat(printed(failure))
                .doesNotContain(SECRET, WRONG, "never-issued", "eyJ")
                .doesNotContain(KEYS.pem("ES256").lines().toList().get(1));
    }

    /** The same, for credentials that are refused. The message ends with the keys that make them up. */
    private void assertRefused(Configured account, String error, String advice, String... leaves) {
        List<String> keys = List.of(leaves).stream().map(Accounts::key).sorted().toList();

        assertWrong(
                account, error, advice + "; the provider refuses the credentials, check " + String.join(", ", keys));
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({"secret, " + WRONG, "nobody, " + SECRET})
    void secretOrClient_thatIsUnknown_isRefused(String clientId, String secret) {
        assertRefused(
                secret(clientId, secret),
                "401 with the error invalid_client",
                OTHER_METHOD,
                "client-id",
                "client-secret",
                "token-uri");
    }

    @ParameterizedTest
    @CsvSource({"secret, post, " + WRONG, "hmac, post, " + SECRET, "key, post, " + SECRET})
    void methodThatTheClientIsNotRegisteredFor_isRefused(String clientId, String method, String secret) {
        assertRefused(
                secret(clientId, secret).with("client-authentication", method),
                "401 with the error invalid_client",
                OTHER_METHOD,
                "client-authentication",
                "client-id",
                "client-secret",
                "token-uri");
    }

    @Test
    void secretOfAnAssertion_thatIsWrong_isRefused() {
        assertRefused(
                secret("hmac", WRONG).with("client-authentication", "client-secret-jwt"),
                "401 with the error invalid_client",
                "the server may know another secret, or expect another " + key("assertion-audience")
                        + ", or the clocks differ",
                "client-authentication",
                "client-id",
                "client-secret",
                "token-uri");
    }

    private void assertAssertionRefused(Configured account, String... more) {
        List<String> leaves = new ArrayList<>(List.of(more));
        leaves.addAll(List.of("client-authentication", "client-id", "signing-key", "token-uri"));
        assertRefused(account, "401 with the error invalid_client", ASSERTION, leaves.toArray(String[]::new));
    }

    @Test
    void assertion_forSomebodyElse_isRefused() {
        assertAssertionRefused(
                signing().with("assertion-audience", "https://elsewhere.example/token"), "assertion-audience");
    }

    @Test
    void assertion_ofAnotherKey_isRefused() {
        assertAssertionRefused(signing().with("signing-key", OTHER_KEYS.pem("ES256")));
    }

    @Test
    void assertion_ofAKeyOfAnotherKind_isRefused() {
        assertAssertionRefused(signing().with("signing-key", OTHER_KEYS.pem("RS256")));
    }

    @Test
    void assertion_withAnotherKeyId_isRefused() {
        assertAssertionRefused(signing().with("key-id", "unknown"), "key-id");
    }

    @Test
    void assertion_ofAClockThatIsAMinuteBehind_hasExpired() {
        time.moveWallClock(Duration.ofSeconds(-60));
        assertAssertionRefused(signing());
        accounts.close();
        time.moveWallClock(Duration.ofSeconds(1));

        assertThat(accounts.token(signing())).isNotEmpty();
    }

    @Test
    void assertion_ofALongerLife_bearsAClockThatIsAMinuteBehind() {
        time.moveWallClock(Duration.ofSeconds(-60));

        assertThat(accounts.token(signing().with("assertion-lifetime", "2m"))).isNotEmpty();
    }

    @Test
    void scope_thatTheClientMayNotHave_isAMistakeOfTheConfiguration() {
        assertWrong(
                secret("secret", SECRET).with("scope", "payments refunds"),
                "400 with the error invalid_scope",
                "check " + key("scope"));
    }

    @Test
    void resource_thatTheServerDoesNotKnow_isAMistakeOfTheConfiguration() {
        assertWrong(
                secret("secret", SECRET).with("parameter.resource", "urn:acme:unknown"),
                "400 with the error invalid_target",
                "check " + key("audience") + " and " + key("parameter.resource"));
    }

    /** The server calls it {@code invalid_request}, not {@code unauthorized_client}. */
    @Test
    void grant_thatTheClientMayNotUse_isAMistakeOfTheConfiguration() {
        assertWrong(
                secret("refreshing", SECRET),
                "400 with the error invalid_request",
                "check " + key("client-authentication") + ", " + key("grant") + ", " + key("scope") + " and "
                        + key("parameter.…"));
    }

    private void assertRefreshTokenRefused(String token) {
        assertRefused(
                refreshing(token),
                "400 with the error invalid_grant",
                REFRESH_TOKEN + "; configure a new one in " + key("refresh-token"),
                "client-id",
                "client-secret",
                "grant",
                "refresh-token",
                "token-uri");
    }

    @Test
    void refreshToken_thatIsUnknown_isRefused() {
        assertRefreshTokenRefused("never-issued");
    }

    @Test
    void refreshToken_ofAnotherClient_isRefused() {
        assertRefreshTokenRefused(SERVER.refreshToken("other"));
    }

    @Test
    void refreshToken_thatHasExpired_isRefused() {
        String token = SERVER.refreshToken("refreshing");
        SERVER.pass(time, Duration.ofDays(1));

        assertRefreshTokenRefused(token);
    }

    /** The server judges the client first, so the refresh token stays good. */
    @Test
    void refreshToken_withAWrongSecret_isNotUsedUp() {
        String token = SERVER.refreshToken("refreshing");
        assertThat(accounts.failure(refreshing(token).with("client-secret", WRONG)))
                .hasMessageContaining("answered 401 with the error invalid_client; " + OTHER_METHOD);
        accounts.close();

        assertThat(accounts.token(refreshing(token))).isNotEmpty();
    }
}
