// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.paybearer.AccessTokens;
import io.paybearer.sandbox.PaymentSandbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;
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
    void nextClass_readsItsOwnConfiguration() {
        run(Samples.First.class, Samples.Second.class)
                .testEvents()
                .assertStatistics(events -> events.succeeded(2).failed(0));

        assertThat(SEEN).hasSize(2).doesNotHaveDuplicates();
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

    @Test
    void mistakesInTheAnnotation_failTheClass() {
        run(Samples.Twice.class)
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1, event(finishedWithFailure(message("@PaybearerSandbox: it names the account 'a' twice"))));
        run(Samples.NoValue.class)
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                message("@PaybearerSandbox: 'a' is no key with a value: key=value"))));
    }

    private static EngineExecutionResults run(Class<?>... classes) {
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

        @PaybearerSandbox(twoCheckout = "a", borderless = "a")
        static class Twice {

            @Test
            void unreached() {}
        }

        @PaybearerSandbox(keys = "a")
        static class NoValue {

            @Test
            void unreached() {}
        }

        private static void look(PaymentSandbox sandbox, String account) {
            MOST_RUNNING.accumulateAndGet(RUNNING.incrementAndGet(), Math::max);
            SEEN.add(sandbox);
            assertThat(AccessTokens.fromConfig().get(account).value()).isNotEmpty();
            RUNNING.decrementAndGet();
        }
    }
}
