// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.OUTCOME_UNKNOWN;
import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;
import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;
import static io.paybearer.token.ScriptedIssuer.breaking;
import static io.paybearer.token.ScriptedIssuer.failing;
import static io.paybearer.token.ScriptedIssuer.lasting;
import static io.paybearer.token.ScriptedIssuer.unrenewable;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.harness.MemoryTokenStore;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenStore;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the refresh token is used, and when never again. */
class RefreshTokenTest {

    private final TokenStore store = new MemoryTokenStore();
    private final Bench bench = node();

    private Bench node() {
        return new Bench(ScriptedIssuer.remote("account", "key"), store, Optional.empty());
    }

    @BeforeEach
    void expired() throws TokenRequestException {
        bench.get();
        bench.advance(Duration.ofHours(1));
    }

    @Test
    void refreshToken_thatIsAnswered_makesWayForItsSuccessor() throws Exception {
        bench.get();
        bench.advance(Duration.ofHours(1));
        bench.get();

        assertThat(bench.issuer.calls()).containsExactly("issue", "refresh r1", "refresh r2");
    }

    @Test
    void answer_withoutRefreshToken_inheritsTheOneBefore() throws Exception {
        bench.issuer.then(unrenewable(Duration.ofHours(1)));
        bench.get();
        bench.advance(Duration.ofHours(1));
        bench.get();

        assertThat(bench.issuer.calls()).containsExactly("issue", "refresh r1", "refresh r1");
    }

    @Test
    void refusedRefresh_isFollowedByIssueInTheSameFlight() throws Exception {
        bench.issuer.then(failing(REFUSED));

        assertThat(bench.get()).isEqualTo("t3");
        assertThat(bench.issuer.calls()).containsExactly("issue", "refresh r1", "issue");
    }

    @Test
    void refusedRefresh_whoseIssueFails_isNotTriedAgain() throws Exception {
        bench.issuer.then(failing(REFUSED)).then(failing(UNAVAILABLE));
        assertThat(bench.failure()).hasMessage("failure 3");
        bench.advanceSeconds(1);
        bench.get();

        assertThat(bench.issuer.calls()).containsExactly("issue", "refresh r1", "issue", "issue");
    }

    @Test
    void unavailableRefresh_keepsTheRefreshToken() throws Exception {
        bench.issuer.then(failing(UNAVAILABLE));
        bench.failure();
        bench.advanceSeconds(1);
        bench.get();

        assertThat(bench.issuer.calls()).containsExactly("issue", "refresh r1", "refresh r1");
    }

    @Test
    void refreshOfUnknownOutcome_neverUsesTheRefreshTokenAgain() throws Exception {
        bench.issuer.then(failing(OUTCOME_UNKNOWN));
        bench.failure();
        bench.advanceSeconds(1);
        bench.get();

        assertThat(bench.issuer.calls()).containsExactly("issue", "refresh r1", "issue");
    }

    @Test
    void refreshOfUnknownOutcome_isToldToOtherNodes() throws Exception {
        bench.issuer.then(failing(OUTCOME_UNKNOWN));
        bench.failure();
        Bench other = otherNode();
        other.get();

        assertThat(other.issuer.calls()).containsExactly("issue");
    }

    @Test
    void refreshOfUnknownOutcome_isToldToOtherNodes_thatHoldTheSameToken() throws Exception {
        Bench other = node();
        other.get();
        other.advance(Duration.ofHours(1));
        bench.issuer.then(failing(OUTCOME_UNKNOWN));
        bench.failure();
        other.get();

        assertThat(other.issuer.calls()).containsExactly("issue");
    }

    @Test
    void refreshOfUnknownOutcome_withATokenOfAnotherNode_neverUsesItsRefreshTokenAgain() throws Exception {
        Bench other = otherNode();
        other.issuer.then(failing(OUTCOME_UNKNOWN));
        other.failure();
        other.advanceSeconds(1);
        other.get();

        assertThat(other.issuer.calls()).containsExactly("refresh r1", "issue");
    }

    @Test
    void refresh_thatBreaks_countsAsOfUnknownOutcome() throws Exception {
        bench.issuer.then(breaking(new IllegalStateException("a secret")));
        TokenRequestException failure = bench.failure();
        bench.advanceSeconds(1);
        bench.get();

        assertThat(failure).hasMessage("the token issuer failed with java.lang.IllegalStateException");
        assertThat(failure)
                .hasRootCauseMessage("java.lang.IllegalStateException"); // not what it says: that may be a secret
        assertThat(bench.issuer.calls()).containsExactly("issue", "refresh r1", "issue");
    }

    @Test
    void refresh_answeredTooLate_countsAsOfUnknownOutcome() throws Exception {
        Bench alone = Bench.remote();
        alone.get();
        alone.advance(Duration.ofHours(1));
        alone.issuer.then(number -> {
            alone.advance(Duration.ofHours(2));
            return lasting(Duration.ofHours(1)).answer(number);
        });
        alone.failure();
        alone.advanceSeconds(1);
        alone.get();

        assertThat(alone.issuer.calls()).containsExactly("issue", "refresh r1", "issue");
    }

    private Bench otherNode() {
        Bench other = node();
        other.advance(Duration.ofHours(1));
        return other;
    }
}
