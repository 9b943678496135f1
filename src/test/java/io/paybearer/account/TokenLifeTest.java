// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.AccessToken;
import io.paybearer.AccessTokens;
import io.paybearer.TokenUnavailableException;
import io.paybearer.harness.Configured;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestMerchants;
import io.paybearer.sandbox.Fault;
import io.paybearer.sandbox.TokenAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The life of tokens, from the configuration to the providers' endpoints over HTTP. */
class TokenLifeTest extends SandboxedTest {

    private static final String ISSUE = "/auth/token";
    private static final String REFRESH = "/auth/token/refresh";

    private AccessTokens tokens() {
        return start(everyProvider()).application();
    }

    @Test
    void token_whileFresh_isAskedForOnce() {
        AccessTokens tokens = tokens();
        AccessToken first = tokens.get("gate");
        time.advance(Duration.ofMinutes(39));

        assertThat(tokens.get("gate")).isSameAs(first);
        assertThat(sandbox.tokenCalls()).isEqualTo(1);
        assertThat(first.expiresAt()).isEqualTo(time.instant().plus(Duration.ofMinutes(21)));
    }

    @Test
    void expiredToken_isRefreshed_withItsRefreshToken() {
        AccessTokens tokens = tokens();
        AccessToken first = tokens.get("gate");
        time.advance(Duration.ofHours(1));

        assertThat(tokens.get("gate")).isNotEqualTo(first);
        assertThat(sandbox.count(ISSUE)).isEqualTo(1);
        assertThat(sandbox.count(REFRESH)).isEqualTo(1);
        assertThat(last().header("Authorization")).containsExactly(first.bearer());
    }

    @Test
    void rotatedRefreshToken_isTheOneUsedNext() {
        AccessTokens tokens = tokens();
        for (int hour = 0; hour < 4; hour++) {
            tokens.get("gate");
            time.advance(Duration.ofHours(1));
        }
        assertThat(sandbox.count(ISSUE)).isEqualTo(1);
        assertThat(sandbox.count(REFRESH)).isEqualTo(3);
        assertThat(sandbox.reusedRefreshTokens()).isZero();
    }

    @Test
    void refusedRefresh_isFollowedByANewLogin_inTheSameCall() {
        AccessTokens tokens = tokens();
        tokens.get("gate");
        sandbox.revokeRefreshTokens();
        time.advance(Duration.ofHours(1));

        assertThat(tokens.get("gate")).isNotNull();
        assertThat(sandbox.count(ISSUE)).isEqualTo(2);
        assertThat(sandbox.count(REFRESH)).isEqualTo(1);
    }

    @Test
    void lostRefreshAnswer_meansANewLogin_neverTheSameRefreshTokenAgain() {
        AccessTokens tokens = tokens();
        tokens.get("gate");
        sandbox.faults().next(REFRESH, Fault.loseAnswer());
        time.advance(Duration.ofHours(1));

        assertThatThrownBy(() -> tokens.get("gate")).isInstanceOf(TokenUnavailableException.class);
        time.advance(Duration.ofMinutes(1));
        assertThat(tokens.get("gate")).isNotNull();
        assertThat(sandbox.reusedRefreshTokens()).isZero();
        assertThat(sandbox.count(ISSUE)).isEqualTo(2);
    }

    @Test
    void refusedCredentials_nameTheAccountAndItsKeys() {
        AccessTokens tokens = start(everyProvider().and("gate").with("account-id", "somebody-else"))
                .application();

        assertThatThrownBy(() -> tokens.get("gate"))
                .isInstanceOfSatisfying(TokenUnavailableException.class, e -> {
                    assertThat(e.account()).isEqualTo("gate");
                    assertThat(e.retryable()).isFalse();
                })
                .hasMessageContaining(
                        "account 'gate' has no token to send: POST " + origin() + "/auth/token answered 4")
                .hasMessageContaining("paybearer.account.gate.")
                .hasMessageContaining("account-id");
    }

    @Test
    void invalidatedToken_isNotServedAgain() {
        AccessTokens tokens = tokens();
        AccessToken first = tokens.get("gate");
        time.advance(Duration.ofSeconds(6));
        tokens.invalidate(first);

        assertThat(tokens.get("gate")).isNotEqualTo(first);
    }

    @Test
    void invalidatedToken_thatIsNotTheCurrentOne_changesNothing() {
        AccessTokens tokens = tokens();
        AccessToken first = tokens.get("gate");
        time.advance(Duration.ofHours(1));
        AccessToken second = tokens.get("gate");
        time.advance(Duration.ofSeconds(6));
        tokens.invalidate(first);

        assertThat(tokens.get("gate")).isSameAs(second);
    }

    @Test
    void twoAccountsWithTheSameCredentials_shareAToken() {
        AccessTokens tokens = start(everyProvider().and("twin").with(TestMerchants.paymentsGate(origin())))
                .application();

        assertThat(tokens.get("gate")).isEqualTo(tokens.get("twin"));
        assertThat(sandbox.tokenCalls()).isEqualTo(1);
    }

    @Test
    void getAsync_withAndWithoutAToken_answersTheSame() {
        AccessTokens tokens = tokens();
        AccessToken first = tokens.getAsync("gate").toCompletableFuture().join();

        assertThat(tokens.getAsync("gate").toCompletableFuture().join()).isSameAs(first);
    }

    @ParameterizedTest
    @EnumSource(TokenAnswer.class)
    void borderlessEndpoint_anyShapeOfAnswer_isUnderstood(TokenAnswer shape) {
        sandbox.settings().tokenAnswer(shape);
        AccessTokens tokens = start(endpointAccount()).application();

        assertThat(tokens.get("remote").value()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
        assertThat(sandbox.count("/authentication")).isEqualTo(1);
        assertThat(acceptedLast().header("Client-Id")).isEmpty();
    }

    @Test
    void borderlessEndpoint_afterExpiry_isAskedAgain() {
        AccessTokens tokens = start(endpointAccount()).application();
        AccessToken first = tokens.get("remote");
        time.advance(Duration.ofMinutes(15));

        assertThat(tokens.get("remote")).isNotEqualTo(first);
        assertThat(first.expiresAt()).isEqualTo(time.instant());
    }

    private Configured endpointAccount() {
        return Configured.account("remote")
                .with(TestMerchants.borderlessPartner(origin()))
                .with("client-id", "cl_1")
                .with("token-source", "endpoint");
    }

    @Test
    void mintedToken_isKept_untilAFifthOfItsLifeRemains() {
        AccessTokens tokens = tokens();
        AccessToken first = tokens.get("two");
        time.advance(Duration.ofMinutes(23));
        assertThat(tokens.get("two")).isSameAs(first);
        time.advance(Duration.ofMinutes(1));

        assertThat(tokens.get("two")).isNotEqualTo(first);
        assertThat(sandbox.received()).isEmpty();
    }
}
