// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.spi.TokenIssuerProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference names exactly the keys that the code knows, and each of its examples can be used. */
class ReferenceTest {

    private static final Pattern LINE = Pattern.compile("(?m)^#?((paybearer\\.[A-Za-z0-9.-]+)=.+)$");

    @TempDir
    private Path directory;

    private final List<String> mentioned = new ArrayList<>();
    private final Map<String, TokenIssuerProvider> providerByAccount = new HashMap<>();

    static List<String> examples() throws IOException {
        return LINE.matcher(Files.readString(Samples.reference()))
                .results()
                .filter(line -> line.group().startsWith("#"))
                .map(line -> line.group(1))
                .toList();
    }

    @BeforeEach
    void readReference() throws IOException {
        LINE.matcher(Files.readString(Samples.reference()))
                .results()
                .map((MatchResult line) -> line.group(2))
                .forEach(mentioned::add);
        new Samples(directory)
                .load(Samples.reference())
                .read()
                .accounts()
                .forEach(account -> providerByAccount.put(account.name(), account.provider()));
    }

    private Set<String> known(String account) {
        Set<String> known = new TreeSet<>();
        Keys.of(providerByAccount.get(account)).forEach(leaf -> known.add(Keys.of(account, leaf)));
        return known;
    }

    @Test
    void reference_hasAnAccountOfEachProvider() {
        assertThat(providerByAccount.values())
                .extracting(TokenIssuerProvider::id)
                .containsOnlyOnceElementsOf(Set.of("paymentsgate", "2checkout", "2checkout-rest", "borderless"))
                .containsAll(TestConfig.installed().keySet());
    }

    @Test
    void reference_mentionsNoKeyThatTheCodeDoesNotKnow() {
        Set<String> known = new TreeSet<>(Keys.GLOBAL);
        providerByAccount.keySet().forEach(account -> known.addAll(known(account)));

        assertThat(mentioned).allMatch(key -> known.contains(key) || known.contains(general(key)));
        assertThat(mentioned).doesNotHaveDuplicates();
    }

    /** The key that stands for it and others, such as {@code paybearer.account.shop.header.*}. */
    /** The leaves that are mentioned on any account of a provider. */
    private Set<String> mentionedOf(TokenIssuerProvider provider) {
        Set<String> leaves = new TreeSet<>();
        providerByAccount.forEach((account, its) -> {
            if (its.id().equals(provider.id())) {
                mentioned.stream()
                        .filter(key -> key.startsWith(Keys.of(account, "")))
                        .forEach(key -> leaves.addAll(List.of(leaf(key), leaf(general(key)))));
            }
        });
        return leaves;
    }

    private static String leaf(String key) {
        return key.split("\\.", 4)[Math.min(3, key.split("\\.", 4).length - 1)];
    }

    private static String general(String key) {
        int dot = key.lastIndexOf('.');
        return key.substring(0, dot + 1) + Keys.ANY;
    }

    @Test
    void reference_mentionsEachKeyThatTheCodeKnows() {
        Set<String> leaves = new TreeSet<>();
        mentioned.forEach(key -> leaves.addAll(List.of(leaf(key), leaf(general(key)))));

        assertThat(mentioned).containsAll(Keys.GLOBAL);
        providerByAccount.forEach((account, provider) -> {
            assertThat(leaves).containsAll(Keys.of(provider));
            assertThat(mentionedOf(provider))
                    .containsAll(provider.keys())
                    .containsAll(provider.secretKeys().stream()
                            .map(leaf -> leaf + Keys.FILE_SUFFIX)
                            .toList());
        });
    }

    @ParameterizedTest
    @MethodSource("examples")
    void example_commentedOut_canBeUsed(String example) throws IOException {
        Samples samples = new Samples(directory);
        Map<String, String> properties = samples.properties(Files.readString(Samples.reference()));
        String key = example.substring(0, example.indexOf('='));
        properties.remove(key + Keys.FILE_SUFFIX);
        properties.putAll(samples.properties(example));
        if (key.endsWith(".public-key")) {
            properties.put(key, Samples.publicKey());
        }
        if (key.endsWith(".credentials-file")) {
            String account = key.substring(0, key.lastIndexOf('.') + 1);
            properties.keySet().removeAll(List.of(account + "account-id", account + "public-key-file"));
        }
        if (key.endsWith(".signing-key")) {
            properties.put(key, Samples.privateKey());
        }
        if (key.endsWith(".allow-memory-refresh-token")) {
            properties.remove("paybearer.account.bank.refresh-token-rotates");
        }
        if (key.startsWith(Keys.STORE + ".")) {
            addStore(samples, properties, key);
        }
        if (key.contains("." + Keys.TRUST_STORE)) {
            addStore(samples, properties, key, Keys.TRUST_STORE, "/etc/paybearer/trust.p12");
        }
        if (key.contains("." + Keys.KEY_STORE)) {
            addStore(samples, properties, key, Keys.KEY_STORE, "/run/secrets/paybearer/client.p12");
        }
        if (key.contains("." + Keys.PROXY + "-")) {
            addProxy(properties, key.substring(0, key.indexOf(Keys.PROXY + "-")));
        }

        assertThat(TestConfig.empty().properties(properties).read().warnings()).isEmpty();
    }

    /** Each of these keys is of use with its store alone. */
    private static void addStore(Samples samples, Map<String, String> properties, String key) throws IOException {
        boolean redis = key.contains(".redis.");
        properties.put(Keys.STORE, redis ? "redis" : "jcache");
        if (key.endsWith(".jcache.uri")) {
            properties.put(Keys.STORE + "." + Keys.JCACHE_PROVIDER, "com.example.CachingProvider");
        }
        if (!key.contains("." + Keys.ENCRYPTION_KEYS)) {
            properties.putAll(
                    samples.properties("paybearer.store.encryption-keys-file=/run/secrets/paybearer/store-keys"));
        }
    }

    /** A login at a proxy is of use as a whole alone. */
    private static void addProxy(Map<String, String> properties, String account) {
        properties.put(account + Keys.PROXY, "proxy.example.com:8080");
        properties.putIfAbsent(account + Keys.PROXY_USER, "paybearer");
        if (!properties.containsKey(account + Keys.PROXY_PASSWORD + Keys.FILE_SUFFIX)) {
            properties.putIfAbsent(account + Keys.PROXY_PASSWORD, "secret");
        }
    }

    /** A store and its password are of use together alone. */
    private void addStore(Samples samples, Map<String, String> properties, String key, String store, String path)
            throws IOException {
        String account = key.substring(0, key.lastIndexOf('.') + 1);
        String password = store + "-password";
        boolean given = properties.containsKey(account + password);
        properties.putAll(samples.properties(account + store + "=" + path));
        if (given) {
            samples.rewrite(path, "changeit");
        } else {
            properties.putAll(samples.properties(
                    account + password + Keys.FILE_SUFFIX + "=/run/secrets/paybearer/" + store + "-password"));
        }
    }
}
