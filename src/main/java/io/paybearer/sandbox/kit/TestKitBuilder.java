// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.kit;

import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.SandboxAccount;
import io.paybearer.sandbox.StandIn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The description of a {@link TestKit}. */
public final class TestKitBuilder {

    private final Map<String, SandboxAccount> accounts = new LinkedHashMap<>();
    private final Map<String, String> more = new LinkedHashMap<>();
    private final List<StandIn> standIns = new ArrayList<>();
    private @Nullable PaymentSandbox running;
    private int port;

    TestKitBuilder() {}

    /**
     * Adds accounts. The accounts that are named here or in {@link #key} are the only ones that the application reads.
     *
     * @param kind the made-up merchant that they are
     * @param names what the application calls them
     * @return this
     * @throws IllegalArgumentException if a name is blank, or was added before
     */
    public TestKitBuilder account(SandboxAccount kind, String... names) {
        for (String name : names) {
            require(!name.isBlank(), "the name of an account is blank");
            require(accounts.put(name, kind) == null, "it names the account '" + name + "' twice");
        }
        return this;
    }

    /**
     * Adds a key of the configuration.
     *
     * @param name the full key
     * @param value its value; <code>{sandbox}</code> stands for the URI of the stand-ins
     * @return this
     * @throws IllegalArgumentException if the key is blank, or was added before
     */
    public TestKitBuilder key(String name, String value) {
        require(!name.isBlank(), "a key is blank");
        require(more.put(name, value) == null, "it sets the key " + name + " twice");
        return this;
    }

    /**
     * Adds a stand-in of an API of your own.
     *
     * @param standIn the stand-in
     * @return this
     */
    public TestKitBuilder standIn(StandIn standIn) {
        standIns.add(standIn);
        return this;
    }

    /**
     * Sets the port of the loopback address.
     *
     * @param port the port; 0, the default, means a free port
     * @return this
     */
    public TestKitBuilder port(int port) {
        this.port = port;
        return this;
    }

    /**
     * Takes stand-ins that run already. They start over when the kit starts, and go on to run after it: an application that keeps their
     * address finds them there.
     *
     * @param sandbox the stand-ins
     * @return this
     */
    public TestKitBuilder on(PaymentSandbox sandbox) {
        this.running = sandbox;
        return this;
    }

    /**
     * Starts the kit.
     *
     * @return the kit, with the configuration in place
     * @throws IllegalArgumentException if a value has a placeholder that there is not
     * @throws java.io.UncheckedIOException if the port is taken
     */
    public TestKit start() {
        PaymentSandbox given = running;
        PaymentSandbox sandbox = given == null ? PaymentSandbox.start(port) : given;
        try {
            prepare(sandbox);
            return new TestKit(sandbox, given == null, new KitKeys(accounts, more).at(sandbox.uri()));
        } catch (RuntimeException e) {
            if (given == null) {
                sandbox.close();
            }
            throw e;
        }
    }

    private void prepare(PaymentSandbox sandbox) {
        sandbox.startOver();
        for (SandboxAccount account : SandboxAccount.values()) {
            account.register(sandbox);
        }
        standIns.forEach(sandbox::serve);
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
