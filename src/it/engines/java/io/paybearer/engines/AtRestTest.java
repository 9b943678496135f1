// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.AccessTokens;
import io.paybearer.account.Application;
import io.paybearer.harness.Configured;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestMerchants;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in an engine after nodes have shared a token there, and what nodes make of entries that are not theirs. */
class AtRestTest extends SandboxedTest {

    private final ConcurrentMap<String, String> engine = new ConcurrentHashMap<>();

    private static String key(String name, int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return name + ":" + Base64.getEncoder().encodeToString(bytes);
    }

    private Application node(String keys) {
        Configured configured = Configured.account("gate")
                .with(TestMerchants.paymentsGate(origin()))
                .key("paybearer.store", "map")
                .key("paybearer.store.encryption-keys", keys);
        closeApplication();
        return start(configured).application().shareThrough(() -> engine);
    }

    @Test
    void nodes_shareOneToken() {
        String first = node(key("k1", 1)).get("gate").value();
        String second = node(key("k1", 1)).get("gate").value();

        assertThat(second).isEqualTo(first);
        assertThat(sandbox.tokenCalls()).isEqualTo(1);
    }

    @Test
    void engine_holdsNothingThatCanBeRead() {
        String token = node(key("k1", 1)).get("gate").value();

        assertThat(engine).hasSize(1);
        Map.Entry<String, String> entry = engine.entrySet().iterator().next();
        assertThat(entry.getKey()).matches("paymentsgate:2:[0-9a-f]{64}");
        assertThat(entry.getValue()).startsWith("1||ey").doesNotContain(token);
        for (String part : entry.getValue().substring(3).split("\\.")) {
            String bytes = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.ISO_8859_1);
            assertThat(bytes)
                    .doesNotContain(token.substring(0, 20))
                    .doesNotContain("\"t\"")
                    .doesNotContain("\"r\"");
        }
    }

    /** Whoever reads a digest of a weak credential can try out, anywhere and without being seen, what the credential is. */
    @Test
    void engine_holdsNoDigestThatAnybodyCanMake() throws GeneralSecurityException {
        Application node = node(key("k1", 1));
        node.get("gate");
        List<String> parts = node.account("gate").config().issuer().credential();
        Map.Entry<String, String> entry = engine.entrySet().iterator().next();
        String header = new String(
                Base64.getUrlDecoder().decode(entry.getValue().substring(3).split("\\.")[0]), StandardCharsets.UTF_8);
        String everything = entry + header;

        for (byte[] guess : guesses(parts)) {
            for (String algorithm : List.of("MD5", "SHA-1", "SHA-256", "SHA-512", "SHA3-256")) {
                byte[] digest = MessageDigest.getInstance(algorithm).digest(guess);
                assertThat(everything)
                        .as(algorithm)
                        .doesNotContain(HexFormat.of().formatHex(digest))
                        .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(digest))
                        .doesNotContain(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
            }
        }
    }

    /** Each part, all in a row, and all with the length of each: this was the name of an entry once. */
    private static List<byte[]> guesses(List<String> parts) {
        List<byte[]> guesses = new ArrayList<>();
        ByteArrayOutputStream withLengths = new ByteArrayOutputStream();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            guesses.add(bytes);
            withLengths.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            withLengths.writeBytes(bytes);
        }
        guesses.add(String.join("", parts).getBytes(StandardCharsets.UTF_8));
        guesses.add(withLengths.toByteArray());
        return guesses;
    }

    @Test
    void nameOfTheEntry_underAnotherKey_isAnother() {
        node(key("k1", 1)).get("gate");
        node(key("k1", 2)).get("gate");

        assertThat(engine).hasSize(2);
    }

    /** Of an earlier build, while a cluster gets a new one: that entry has another name. */
    @Test
    void entryOfAnEarlierBuild_isLeftAlone() {
        engine.put("paymentsgate:" + "0".repeat(64), "1|lease|");
        node(key("k1", 1)).get("gate");

        assertThat(engine).hasSize(2).containsEntry("paymentsgate:" + "0".repeat(64), "1|lease|");
        assertThat(sandbox.tokenCalls()).isEqualTo(1);
    }

    @Test
    void nodeWithAnotherKey_obtainsItsOwn() {
        node(key("k1", 1)).get("gate");
        String second = node(key("k1", 2)).get("gate").value();

        assertThat(sandbox.tokenCalls()).isEqualTo(2);
        assertThat(node(key("k1", 2)).get("gate").value()).isEqualTo(second);
        assertThat(sandbox.reusedRefreshTokens()).isZero();
    }

    @Test
    void rotatedKeys_openWhatTheOldOneSealed() {
        String first = node(key("k1", 1)).get("gate").value();

        assertThat(node(key("k2", 2) + "," + key("k1", 1)).get("gate").value()).isEqualTo(first);
        assertThat(node(key("k1", 1) + "," + key("k2", 2)).get("gate").value()).isEqualTo(first);
        assertThat(sandbox.tokenCalls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "1|", "1||", "1||garbage", "0||x", "2||x", "\u0000\u0005sr"})
    void entryThatIsNotOurs_isAMiss(String text) {
        node(key("k1", 1)).get("gate");
        engine.replaceAll((key, entry) -> text);
        String token = node(key("k1", 1)).get("gate").value();

        assertThat(sandbox.tokenCalls()).isEqualTo(2);
        assertThat(node(key("k1", 1)).get("gate").value()).isEqualTo(token);
    }

    @Test
    void mintedTokens_stayInTheJvm() {
        Configured configured = Configured.account("shop")
                .with(TestMerchants.twoCheckout(origin()))
                .key("paybearer.store", "map")
                .key("paybearer.store.encryption-keys", key("k1", 1));
        start(configured).application().shareThrough(() -> engine).get("shop");

        assertThat(engine).isEmpty();
    }

    @Test
    void validToken_asksNoStore() {
        AccessTokens node = node(key("k1", 1));
        String token = node.get("gate").value();
        engine.clear();
        for (int call = 0; call < 100; call++) {
            assertThat(node.get("gate").value()).isEqualTo(token);
        }

        assertThat(engine).isEmpty();
    }
}
