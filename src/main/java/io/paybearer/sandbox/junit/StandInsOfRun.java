// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.junit;

import io.paybearer.sandbox.PaymentSandbox;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * The stand-ins of one run of JUnit. They go on to run after a test class, and the next class gets them on the same port: an application
 * that keeps running meanwhile keeps their address. A nested class with stand-ins of its own gets others. Thread-safe.
 */
@SuppressWarnings(
        "deprecation") // JUnit before 5.13 closes nothing else, JUnit 6 warns of what is not AutoCloseable as well
final class StandInsOfRun implements Store.CloseableResource, AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(StandInsOfRun.class);

    private final List<PaymentSandbox> running = new ArrayList<>();
    private final Set<PaymentSandbox> lent = new HashSet<>();

    static synchronized StandInsOfRun of(ExtensionContext context) {
        Store store = context.getRoot().getStore(NAMESPACE);
        StandInsOfRun known = store.get(StandInsOfRun.class, StandInsOfRun.class);
        if (known != null) {
            return known;
        }
        StandInsOfRun made = new StandInsOfRun();
        store.put(StandInsOfRun.class, made);
        return made;
    }

    /** Those that nobody has, the eldest first; of a port that is named, new ones. */
    synchronized PaymentSandbox borrow(int port) {
        PaymentSandbox sandbox = port != 0
                ? PaymentSandbox.start(port)
                : running.stream()
                        .filter(one -> !lent.contains(one))
                        .findFirst()
                        .orElseGet(this::started);
        lent.add(sandbox);
        return sandbox;
    }

    private PaymentSandbox started() {
        PaymentSandbox sandbox = PaymentSandbox.start();
        running.add(sandbox);
        return sandbox;
    }

    synchronized void giveBack(PaymentSandbox sandbox) {
        lent.remove(sandbox);
        if (!running.contains(sandbox)) {
            sandbox.close();
        }
    }

    @Override
    public synchronized void close() {
        running.forEach(PaymentSandbox::close);
    }
}
