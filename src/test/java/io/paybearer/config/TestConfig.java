// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.paybearer.PaybearerConfigException;
import io.paybearer.spi.TokenIssuerProvider;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** Properties and environment variables, read by SmallRye Config with the interceptors that servers have. */
public final class TestConfig {

    private static final String ACCOUNT = "paybearer.account.";

    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Map<String, TokenIssuerProvider> providers = installed();
    private String profile = "";

    /** Nothing is configured. */
    public static TestConfig empty() {
        return new TestConfig();
    }

    /** The account {@code shop} of 2Checkout, with all that it needs. */
    public static TestConfig shop() {
        return empty().twoCheckout("shop");
    }

    TestConfig twoCheckout(String account) {
        return key(account, "provider", "2checkout")
                .key(account, "merchant-code", "M1")
                .key(account, "secret-word", "word");
    }

    /** A leaf key of an account. */
    public TestConfig key(String account, String leaf, String value) {
        return property(ACCOUNT + account + "." + leaf, value);
    }

    /** A leaf key of the account {@code shop}. */
    public TestConfig with(String leaf, String value) {
        return key("shop", leaf, value);
    }

    TestConfig without(String leaf) {
        properties.remove(ACCOUNT + "shop." + leaf);
        return this;
    }

    TestConfig property(String key, String value) {
        properties.put(key, value);
        return this;
    }

    TestConfig properties(Map<String, String> values) {
        properties.putAll(values);
        return this;
    }

    TestConfig variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    TestConfig variables(Map<String, String> values) {
        environment.putAll(values);
        return this;
    }

    TestConfig profile(String name) {
        profile = name;
        return this;
    }

    TestConfig provider(TokenIssuerProvider provider) {
        providers.put(provider.id(), provider);
        return this;
    }

    Config config() {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(
                        new PropertiesConfigSource(properties, "test", 100), new EnvConfigSource(environment, 300));
        return profile.isEmpty()
                ? builder.build()
                : builder.withProfile(profile).build();
    }

    public PaybearerConfig read() {
        return read(config());
    }

    PaybearerConfig read(Config config) {
        return read(config, InstantSource.fixed(Instant.ofEpochSecond(1_800_000_000L)));
    }

    PaybearerConfig read(InstantSource clock) {
        return read(config(), clock);
    }

    private PaybearerConfig read(Config config, InstantSource clock) {
        return PaybearerConfig.read(config, providers, Set.of("ours"), clock);
    }

    /** The only account, whose clock is given. */
    AccountConfig account(InstantSource clock) {
        return read(config(), clock).accounts().get(0);
    }

    /** The only account, which is read without a problem. */
    public AccountConfig account() {
        List<AccountConfig> accounts = read().accounts();
        assertThat(accounts).hasSize(1);
        return accounts.get(0);
    }

    /** What is wrong, at least one thing. */
    public List<String> problems() {
        return refusal().problems();
    }

    /** The refusal of the configuration. */
    PaybearerConfigException refusal() {
        PaybearerConfigException refusal = catchThrowableOfType(PaybearerConfigException.class, this::read);
        assertThat(refusal).as("the refusal").isNotNull();
        return refusal;
    }

    /** The only thing that is wrong. */
    public String problem() {
        List<String> problems = problems();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    List<String> names() {
        return read().accounts().stream().map(AccountConfig::name).toList();
    }

    static Map<String, TokenIssuerProvider> installed() {
        return ServiceLoader.load(TokenIssuerProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .collect(Collectors.toMap(TokenIssuerProvider::id, provider -> provider));
    }
}
