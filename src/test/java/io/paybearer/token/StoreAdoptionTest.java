// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.UNAVAILABLE;
import static io.paybearer.token.ScriptedIssuer.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.Secret;
import io.paybearer.harness.MemoryTokenStore;
import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenStore;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a node makes of the tokens that others leave in the store. */
class StoreAdoptionTest {

    private static final String KEY = TokenKeepers.fingerprint(
            "acme", ScriptedIssuer.remote("account", "key").credential());

    private final TokenStore store = new MemoryTokenStore();
    private final Bench bench = new Bench(ScriptedIssuer.remote("account", "key"), store, Optional.empty());

    private void stored(String token, Duration age) {
        IssuedToken issued = new IssuedToken(Secret.of(token), Secret.of(token + "-r"), Duration.ofHours(1));
        put("1||" + StoredEntry.record(issued, bench.time.millis() - age.toMillis()));
    }

    private void put(String text) {
        String present = store.get(KEY);
        assertThat(present == null ? store.putIfAbsent(KEY, text) : store.replace(KEY, present, text))
                .isTrue();
    }

    @Test
    void freshTokenOfAnotherNode_isAdoptedWithoutACall() throws Exception {
        stored("theirs", Duration.ofMinutes(10));

        assertThat(bench.get()).isEqualTo("theirs");
        bench.advance(Duration.ofMinutes(35));
        bench.get();
        assertThat(bench.background.queued()).isEqualTo(1);
        assertThat(bench.calls()).isZero();
    }

    @Test
    void freshTokenOfAnotherNode_replacesAnAgingOne() throws Exception {
        bench.get();
        bench.advance(Duration.ofMinutes(45));
        stored("theirs", Duration.ofMinutes(1));
        bench.get();
        bench.background.runAll();

        assertThat(bench.get()).isEqualTo("theirs");
        assertThat(bench.calls()).isEqualTo(1);
    }

    @Test
    void agingTokenOfAnotherNode_servesCallersWhoHaveNone() throws Exception {
        stored("theirs", Duration.ofMinutes(50));

        assertThat(bench.get()).isEqualTo("theirs");
        assertThat(bench.calls()).isZero();
        bench.get();
        bench.background.runAll();
        assertThat(bench.issuer.calls()).containsExactly("refresh theirs-r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59M", "PT1H", "PT20000H"})
    void oldTokenOfAnotherNode_isRefreshedWithItsRefreshToken(Duration age) throws Exception {
        stored("theirs", age);

        assertThat(bench.get()).isEqualTo("t1");
        assertThat(bench.issuer.calls()).containsExactly("refresh theirs-r");
    }

    @Test
    void token_fromTheFarFuture_isAsIfItWereAbsent() throws Exception {
        stored("theirs", Duration.ofSeconds(-61));

        assertThat(bench.get()).isEqualTo("t1");
        assertThat(bench.issuer.calls()).containsExactly("issue");
    }

    @Test
    void token_ofANodeWhoseClockIsABitAhead_isAdopted() throws Exception {
        stored("theirs", Duration.ofSeconds(-60));

        assertThat(bench.get()).isEqualTo("theirs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "1|",
                "1||",
                "1||{}",
                "2||{\"v\":1,\"t\":\"x\",\"i\":1767225600000,\"l\":3600000}",
                "1||{\"v\":1,\"t\":\"x\",\"i\":-9223372036854775808,\"l\":3600000}",
                "1||{\"v\":1,\"t\":\"x\",\"i\":9223372036854775807,\"l\":3600000}"
            })
    void garbledRecord_isAMissAndIsReplaced(String text) throws Exception {
        put(text);

        assertThat(bench.get()).isEqualTo("t1");
        assertThat(StoredEntry.read(store.get(KEY), bench.time).token()).isNotNull();
    }

    @Test
    void entry_longerThanAnyNodeWrites_isAMissAndIsReplaced() throws Exception {
        stored("t".repeat(128 * 1024), Duration.ofMinutes(10));

        assertThat(bench.get()).isEqualTo("t1");
        assertThat(store.get(KEY)).hasSizeLessThan(1024);
    }

    @Test
    void record_shorterThanTheConfiguredMargin_isAMiss() throws Exception {
        stored("theirs", Duration.ZERO);
        Bench narrow = new Bench(
                ScriptedIssuer.remote("account", "key").usually(ScriptedIssuer.lasting(Duration.ofHours(3))),
                store,
                Optional.of(Duration.ofHours(1)));

        assertThat(narrow.get()).isEqualTo("t1");
    }

    @Test
    void adoptedToken_refusedAtOnce_isAsOldAsItsIssue() throws Exception {
        stored("theirs", Duration.ofSeconds(5));
        bench.get();
        bench.invalidate("theirs");

        assertThat(bench.get()).isEqualTo("t1");
    }

    @Test
    void failure_leavesTheRecordToOthers() throws Exception {
        bench.get();
        String before = store.get(KEY);
        bench.advance(Duration.ofHours(1));
        bench.issuer.then(failing(UNAVAILABLE));
        bench.failure();

        assertThat(store.get(KEY)).isEqualTo(before);
    }

    @Test
    void mintedToken_leavesNothingInTheStore() throws Exception {
        Bench minting = new Bench(ScriptedIssuer.minting("account", "key"), store, Optional.empty());
        minting.get();

        assertThat(store.get(KEY)).isNull();
    }
}
