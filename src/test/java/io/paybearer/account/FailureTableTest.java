// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.paybearer.AccessToken;
import io.paybearer.TokenUnavailableException;
import io.paybearer.harness.Configured;
import io.paybearer.harness.Issuing;
import io.paybearer.harness.SandboxedTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays every row of the table in {@code src/docs/failures.md}, in every state of the token, over HTTP. */
class FailureTableTest extends SandboxedTest {

    private static final Path TABLE = Path.of("src/docs/failures.md");
    private static final List<Duration> AGES =
            List.of(Duration.ZERO, Duration.ofMinutes(46), Duration.ofSeconds(59 * 60 + 30), Duration.ofMinutes(61));
    private static final Duration LONGEST_REST = Duration.ofHours(1);

    private Outage outage;
    private DeadEndpoint dead;

    @AfterEach
    void end() {
        if (outage != null) {
            outage.close();
        }
        if (dead != null) {
            dead.close();
        }
    }

    static Stream<Arguments> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> line.matches("\\| (refuses|does|sends|drops|answers|gives) .*"))
                .flatMap(line -> cells(line.split("\\|", -1)));
    }

    private static Stream<Arguments> cells(String[] cells) {
        return Stream.of(0, 1, 2, 3)
                .flatMap(state -> Stream.of(Issuing.values())
                        .map(kind -> Arguments.of(
                                cells[1].strip(), kind, state, cells[2 + state].strip(), cells[6].strip())));
    }

    @ParameterizedTest(name = "{0}, {1}, state {2}: {3}")
    @MethodSource("rows")
    void row_inEveryState_isAsTheTableSays(String failure, Issuing kind, int state, String outcome, String message)
            throws Exception {
        boolean recovers = !failure.contains("connection") || failure.startsWith("drops");
        Application application = start(account(failure, kind), Runnable::run).application();
        AccessToken old = state == 0 ? null : held(application, AGES.get(state));
        outage = recovers ? Outage.begin(failure, kind.tokenPaths(), sandbox, time) : null;
        if (!recovers) {
            dead = unreachable(failure);
        }

        Object got = got(application);
        switch (outcome) {
            case "old" -> assertThat(got).isSameAs(old);
            case "new" -> assertThat(got).isInstanceOf(AccessToken.class).isNotEqualTo(old);
            default -> assertFailed(got, outcome, message);
        }
        if (recovers) {
            assertRecovers(application, outcome);
        }
    }

    /** A token that was obtained while all was well. */
    private AccessToken held(Application application, Duration age) {
        AccessToken old = application.get("gate");
        time.advance(age);
        return old;
    }

    /** The sandbox has gone, and nobody answers in its place. */
    private DeadEndpoint unreachable(String failure) throws IOException {
        int port = origin().getPort();
        sandbox.close();
        return failure.startsWith("refuses") ? DeadEndpoint.refusing(port) : DeadEndpoint.deaf(port);
    }

    private Configured account(String failure, Issuing kind) {
        return Configured.account("gate")
                .with(kind.account(origin()))
                .with("connect-timeout", slow(failure) ? "1s" : "20s")
                .with("read-timeout", slow(failure) ? "2s" : "20s");
    }

    private static boolean slow(String failure) {
        return failure.endsWith("in time") || failure.endsWith("too slowly");
    }

    private static Object got(Application application) {
        AtomicReference<AccessToken> token = new AtomicReference<>();
        Throwable failure = catchThrowable(() -> token.set(application.get("gate")));
        return failure == null ? token.get() : failure;
    }

    private static void assertFailed(Object got, String outcome, String message) {
        assertThat(got).isInstanceOfSatisfying(TokenUnavailableException.class, failure -> {
            assertThat(failure).hasMessageContaining("account 'gate'").hasMessageContaining(message);
            assertThat(failure.retryable()).isEqualTo(outcome.equals("error"));
            assertThat(failure.account()).isEqualTo("gate");
        });
    }

    /** The endpoint is well again: once the longest wait is over the first call gets a token. */
    private void assertRecovers(Application application, String outcome) {
        outage.close();
        time.advance(LONGEST_REST.plusMinutes(1));
        assertThat(got(application)).as("after %s", outcome).isInstanceOf(AccessToken.class);
    }
}
