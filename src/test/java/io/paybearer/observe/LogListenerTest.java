// SPDX-License-Identifier: Apache-2.0
package io.paybearer.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.paybearer.account.Application;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.sandbox.Fault;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is logged of an outage: its begin and its end, once each. */
class LogListenerTest extends SandboxedTest {

    private final Logger logger = Logger.getLogger("io.paybearer.token");
    private final List<String> said = new CopyOnWriteArrayList<>();

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            said.add(entry.getLevel() + " "
                    + MessageFormat.format(entry.getMessage(), entry.getParameters())
                            .replace(origin().toString(), "ORIGIN"));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        handler.setLevel(Level.ALL);
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
        logger.setLevel(null);
    }

    private void outage(Application application) {
        sandbox.faults().always("/auth/token", Fault.status(503));
        for (int i = 0; i < 3; i++) {
            catchThrowable(() -> application.get("gate"));
            time.advance(Duration.ofMinutes(10));
        }
        sandbox.faults().clear();
        application.get("gate");
    }

    @Test
    void outage_isSaidAtItsBeginAndAtItsEnd() {
        outage(start(everyProvider()).application());

        assertThat(said)
                .containsExactly(
                        "WARNING account 'gate': no new token: POST ORIGIN/auth/token answered 503",
                        "INFO account 'gate': tokens can be had again");
    }

    @Test
    void everyAttempt_isSaidAtLevelDebug() {
        logger.setLevel(Level.FINE);
        Application application = start(everyProvider()).application();
        application.get("two");
        outage(application);

        assertThat(said).hasSize(5).contains("FINE account 'two': a new token, after 0 ms");
        assertThat(said)
                .filteredOn(line -> line.startsWith("FINE account 'gate': no new token"))
                .hasSize(2);
    }
}
