// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys below {@code paybearer.store}. */
class StoreKeysTest {

    private static final String STORE = "paybearer.store";
    private static final String KEYS = STORE + ".encryption-keys";
    private static final String ONE = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String TWO = Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes());

    private static TestConfig with(String store) {
        return TestConfig.shop().property(STORE, store).property(KEYS, "one:" + ONE);
    }

    @Test
    void nothing_isMemory() {
        StoreConfig store = TestConfig.shop().read().store();

        assertThat(store.id()).isEqualTo("memory");
        assertThat(store.shared()).isFalse();
    }

    @Test
    void unknownStore_isAProblemRatherThanIgnored() {
        assertThat(with("rdis").problem())
                .isEqualTo("paybearer.store: there is no store 'rdis'; did you mean 'redis'?");
    }

    @Test
    void unknownStore_isTheOnlyProblem_untilItIsKnownWhichIsMeant() {
        assertThat(TestConfig.shop().property(STORE, "rdis").problem()).startsWith("paybearer.store: ");
        assertThat(TestConfig.shop().property(STORE, "quite-another").problem())
                .isEqualTo(
                        "paybearer.store: there is no store 'quite-another'; set it to one of [jcache, map, memory, ours,"
                                + " redis]");
    }

    @ParameterizedTest
    @CsvSource({"map, true", "jcache, true", "ours, false"})
    void storeThatTheApplicationBrings_needsKeysAlone(String id, boolean handedOver) {
        StoreConfig store = with(id).read().store();

        assertThat(store.shared()).isTrue();
        assertThat(store.handedOver()).isEqualTo(handedOver);
        assertThat(store.cache()).isEqualTo("paybearer");
        assertThat(store.keys().get()).containsExactly(Map.entry("one", Secret.of(ONE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"map", "jcache", "redis", "ours"})
    void missingKeys_areAProblemOfEverySharedStore(String id) {
        assertThat(TestConfig.shop()
                        .property(STORE, id)
                        .property("paybearer.store.redis.uri", "redis://localhost")
                        .problems())
                .anyMatch(problem ->
                        problem.equals("paybearer.store.encryption-keys: it is missing; tokens leave this JVM"
                                + " only sealed: set it to name:Base64 of 32 random bytes, or name a file that holds it with"
                                + " paybearer.store.encryption-keys-file"));
    }

    @Test
    void ring_keepsItsOrder() {
        StoreConfig store = with("map")
                .property(KEYS, "two:" + TWO + " , one:" + ONE)
                .read()
                .store();

        assertThat(store.keys().get().keySet()).containsExactly("two", "one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2VjcmV0", "one", "one:", ":c2VjcmV0", "one:c2VjcmV0", "one:secret!"})
    void keysThatCannotBeUsed_areNotShown(String text) {
        assertThat(with("map").property(KEYS, text).problem())
                .isEqualTo("paybearer.store.encryption-keys: key number 1 cannot be used; write it as name:Base64 of 32"
                        + " random bytes, several separated by commas");
    }

    @Test
    void keysOfTheSameName_areAProblem() {
        assertThat(with("map").property(KEYS, "one:" + ONE + ",one:" + TWO).problem())
                .isEqualTo(
                        "paybearer.store.encryption-keys: key number 2 has the name of an earlier key; give each key a name of its own");
    }

    @Test
    void keysInAFile_areReadAgainWhenItChanges(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("keys"), "one:" + ONE + "\n");
        StoreConfig store = TestConfig.shop()
                .property(STORE, "map")
                .property(KEYS + "-file", file.toString())
                .read()
                .store();
        assertThat(store.keys().get().keySet()).containsExactly("one");

        Files.writeString(file, "two:" + TWO + ",one:" + ONE);
        assertThat(store.keys().get().keySet()).containsExactly("two", "one");
        Files.writeString(file, "half writ");
        assertThat(store.keys().get().keySet()).containsExactly("two", "one");
        Files.delete(file);
        assertThat(store.keys().get().keySet()).containsExactly("two", "one");
    }

    @Test
    void redis_needsItsUri() {
        assertThat(with("redis").problem())
                .isEqualTo(
                        "paybearer.store.redis.uri: it is missing; set it to redis://host:6379, or rediss:// for TLS, or"
                                + " name a file that holds it with paybearer.store.redis.uri-file");
    }

    @Test
    void jcache_mayOpenAProviderByName() {
        StoreConfig store = with("jcache")
                .property("paybearer.store.jcache.provider", "com.example.Provider")
                .property("paybearer.store.jcache.uri", "file:///etc/cache.xml")
                .property("paybearer.store.jcache.cache", "tokens")
                .read()
                .store();

        assertThat(store.provider()).contains("com.example.Provider");
        assertThat(store.uri()).contains(URI.create("file:///etc/cache.xml"));
        assertThat(store.cache()).isEqualTo("tokens");
        assertThat(store.handedOver()).isFalse();
    }

    @Test
    void jcacheUriThatIsNone_isAProblem() {
        assertThat(with("jcache")
                        .property("paybearer.store.jcache.provider", "com.example.Provider")
                        .property("paybearer.store.jcache.uri", "not a uri")
                        .problem())
                .isEqualTo("paybearer.store.jcache.uri: 'not a uri' is not a URI; correct it");
    }

    @Test
    void keysOfAnotherStore_areHintedAt() {
        assertThat(with("memory")
                        .property("paybearer.store.redis.uri", "redis://localhost")
                        .read()
                        .warnings())
                .containsExactlyInAnyOrder(
                        "paybearer.store.encryption-keys: it has no effect with paybearer.store=memory; remove it",
                        "paybearer.store.redis.uri: it has no effect with paybearer.store=memory; remove it");
    }

    @Test
    void problemsOfTheStore_areReportedWithTheOthers() {
        assertThat(TestConfig.shop()
                        .without("merchant-code")
                        .property(STORE, "map")
                        .problems())
                .hasSize(2);
    }
}
