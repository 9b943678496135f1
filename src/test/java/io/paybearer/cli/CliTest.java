// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.SandboxAccount;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of commands against the stand-ins. */
abstract class CliTest {

    @TempDir
    Path folder;

    PaymentSandbox sandbox;

    @BeforeEach
    final void start() {
        sandbox = PaymentSandbox.start();
        for (SandboxAccount account : SandboxAccount.values()) {
            account.register(sandbox);
        }
    }

    @AfterEach
    final void stop() {
        sandbox.close();
    }

    final Map<String, String> gate() {
        return keys(SandboxAccount.PAYMENTSGATE, "gate");
    }

    final Map<String, String> shop() {
        return keys(SandboxAccount.TWO_CHECKOUT, "shop");
    }

    final Map<String, String> partner() {
        return keys(SandboxAccount.BORDERLESS_PARTNER, "partner");
    }

    private Map<String, String> keys(SandboxAccount account, String name) {
        return new HashMap<>(account.keys(name, sandbox.uri()));
    }

    @SafeVarargs
    final String file(Map<String, String>... accounts) {
        Map<String, String> all = new HashMap<>();
        for (Map<String, String> account : accounts) {
            all.putAll(account);
        }
        return Run.file(folder, all);
    }
}
