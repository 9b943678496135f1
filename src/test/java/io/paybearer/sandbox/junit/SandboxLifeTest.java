// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.paybearer.AccessTokens;
import io.paybearer.sandbox.PaymentSandbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What a class with the annotation does to what surrounds it. */
class SandboxLifeTest {

    private static final String WORD_FILE = "paybearer.account.shop.secret-word-file";
    private static final List<PaymentSandbox> SEEN = new CopyOnWriteArrayList<>();
    private static final AtomicInteger RUNNING = new AtomicInteger();
    private static final AtomicInteger MOST_RUNNING = new AtomicInteger();

    private final Properties before = System.getProperties();

    @BeforeEach
    void start() {
        Properties copy = new Properties();
        copy.putAll(before);
        System.setProperties(copy);
        SEEN.clear();
        MOST_RUNNING.set(0);
    }

    @AfterEach
    void stop() {
        System.setProperties(before);
    }

    @Test
    void afterTheClass_everythingIsAsBefore() {
        System.setProperty(WORD_FILE, "/nowhere/secret-word");
        Map<Object, Object> properties = new HashMap<>(System.getProperties());
        properties.put("sun.net.httpserver.nodelay", "true");

        run(Samples.First.class).testEvents().assertStatistics(events -> events.succeeded(1));

        assertThat(System.getProperties()).containsExactlyInAnyOrderEntriesOf(properties);
        assertThat(ConfigProvider.getConfig().getOptionalValue("paybearer.account.shop.provider", String.class))
                .isEmpty();
        PaymentSandbox.start(SEEN.get(0).uri().getPort()).close();
    }

    @Test
    void applicationsOwnSecret_doesNotGetInTheWay() {
        System.setProperty(WORD_FILE, "/nowhere/secret-word");
        System.setProperty("paybearer.account.shop.proxy", "proxy.example:8080");
        System.setProperty("paybearer.store", "redis");

        run(Samples.First.class).testEvents().assertStatistics(events -> events.succeeded(1));
    }

    @Test
    void nextClass_readsItsOwnConfiguration_andHasTheSamePort() {
        run(Samples.First.class, Samples.Second.class)
                .testEvents()
                .assertStatistics(events -> events.succeeded(2).failed(0));

        assertThat(SEEN)
                .hasSize(2)
                .extracting(PaymentSandbox::uri)
                .containsOnly(SEEN.get(0).uri());
    }

    @Test
    void application_thatKeepsRunning_isFoundByTheNextClassWithTheSameAccounts() {
        keepingTheConfiguration(() -> run(Samples.First.class, Samples.AsFirst.class)
                .testEvents()
                .assertStatistics(events -> events.succeeded(2).failed(0)));
    }

    @Test
    void application_thatKeepsRunning_failsTheNextClassWithOtherAccounts() {
        keepingTheConfiguration(() -> run(Samples.First.class, Samples.Second.class)
                .testEvents()
                .assertStatistics(events -> events.succeeded(1).failed(1))
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("token"),
                                finishedWithFailure(message(text -> text.startsWith(
                                                "the application was started before this test class, and has another"
                                                        + " configuration: paybearer.account.gate.account-id, ")
                                        && text.contains(" paybearer.account.shop.secret-word, ")
                                        && text.contains("put @PaybearerSandbox on an annotation of your own"))))));
    }

    @Test
    void application_startedWithoutStandIns_failsTheClass() {
        keepingTheConfiguration(() -> {
            System.setProperty("paybearer.account.shop.provider", "2checkout");
            System.setProperty("paybearer.account.shop.merchant-code", "1");
            System.setProperty("paybearer.account.shop.secret-word", "word");
            System.setProperty("paybearer.account.shop.base-uri", "https://api.example");
            AccessTokens.fromConfig().get("shop");

            run(Samples.First.class)
                    .testEvents()
                    .assertThatEvents()
                    .haveExactly(
                            1,
                            event(finishedWithFailure(message(
                                    text -> text.contains("configuration: that of no test class with stand-ins; ")))));
        });
    }

    /** As on Quarkus: a {@code Config} that is released is there again. */
    private static void keepingTheConfiguration(Runnable run) {
        ConfigProviderResolver resolver = ConfigProviderResolver.instance();
        Config lasting = ConfigProvider.getConfig();
        ConfigProviderResolver.setInstance(new LastingConfig(resolver, lasting));
        try {
            run.run();
        } finally {
            ConfigProviderResolver.setInstance(resolver);
            resolver.releaseConfig(lasting);
        }
    }

    @Test
    void parallelRun_hasOneClassAtATime() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(
                        selectClass(Samples.First.class),
                        selectClass(Samples.Second.class),
                        selectClass(Samples.Third.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .execute()
                .testEvents()
                .assertStatistics(events -> events.succeeded(3).failed(0));

        assertThat(MOST_RUNNING).hasValue(1);
    }

    /** Runs classes, each with its annotation, as JUnit does. */
    static EngineExecutionResults run(Class<?>... classes) {
        EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter");
        for (Class<?> one : classes) {
            kit.selectors(selectClass(one));
        }
        return kit.execute();
    }

    /** Classes that are run by this test alone. */
    static final class Samples {

        private Samples() {}

        @PaybearerSandbox(twoCheckout = "shop")
        static class First {

            @Test
            void token(PaymentSandbox sandbox) {
                look(sandbox, "shop");
            }
        }

        @PaybearerSandbox(twoCheckout = "shop")
        static class AsFirst {

            @Test
            void token(PaymentSandbox sandbox) {
                look(sandbox, "shop");
            }
        }

        @PaybearerSandbox(paymentsGate = "gate")
        static class Second {

            @Test
            void token(PaymentSandbox sandbox) {
                look(sandbox, "gate");
            }
        }

        @PaybearerSandbox(borderless = "payouts")
        static class Third {

            @Test
            void token(PaymentSandbox sandbox) {
                look(sandbox, "payouts");
            }
        }

        private static void look(PaymentSandbox sandbox, String account) {
            MOST_RUNNING.accumulateAndGet(RUNNING.incrementAndGet(), Math::max);
            SEEN.add(sandbox);
            assertThat(AccessTokens.fromConfig().get(account).value()).isNotEmpty();
            RUNNING.decrementAndGet();
        }
    }
}
