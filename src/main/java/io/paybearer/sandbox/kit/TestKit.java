// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.kit;

import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.SandboxClock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Stand-ins that run, and an application that is led to them, until this is closed. This is what {@code @PaybearerSandbox} uses; without
 * JUnit Jupiter use it yourself:
 *
 * <pre>{@code
 * try (TestKit kit = TestKit.builder().account(SandboxAccount.TWO_CHECKOUT, "shop-eu").start()) {
 *     kit.beginTest();
 *     // make calls, and look at kit.sandbox().received()
 *     kit.endTest();
 * }
 * }</pre>
 *
 * <p>The configuration is in system properties meanwhile, and the library reads it anew. Only one kit may be open at a time, but for a
 * kit that is opened and closed within another one.
 */
public final class TestKit implements AutoCloseable {

    private static final boolean WITH_LIBRARY = withLibrary();

    private final PaymentSandbox sandbox;
    private final boolean closesSandbox;
    private final Map<String, String> keys;
    private final KeysInPlace inPlace;

    TestKit(PaymentSandbox sandbox, boolean closesSandbox, Map<String, String> keys) {
        this.sandbox = sandbox;
        this.closesSandbox = closesSandbox;
        this.keys = keys;
        this.inPlace = KeysInPlace.of(keys);
        if (WITH_LIBRARY) {
            LibraryUnderTest.noteEarlierApplications();
        }
        startLibraryOver(sandbox.clock());
    }

    /**
     * Begins the description of a kit.
     *
     * @return a builder
     */
    public static TestKitBuilder builder() {
        return new TestKitBuilder();
    }

    /**
     * The stand-ins.
     *
     * @return the same object until the kit is closed
     */
    public PaymentSandbox sandbox() {
        return sandbox;
    }

    /**
     * The configuration that leads an application to the stand-ins, for an application that runs elsewhere.
     *
     * @return full keys and their values; an empty text takes the place of what the application has configured
     */
    public Map<String, String> keys() {
        return new TreeMap<>(keys);
    }

    /**
     * Begins a test afresh: without requests, faults and settings of the test before, and at the present. The library in this JVM has no
     * tokens and knows of no failures.
     *
     * @throws IllegalStateException if the application in this JVM was started with another configuration, and has kept that
     */
    public void beginTest() {
        sandbox.reset();
        startLibraryOver(sandbox.clock());
        if (WITH_LIBRARY) {
            LibraryUnderTest.requireRead(keys);
        }
    }

    /**
     * Ends a test.
     *
     * @throws AssertionError if the test has left something, see {@link PaymentSandbox#leftovers()}
     */
    public void endTest() {
        noteApplication();
        List<String> leftovers = sandbox.leftovers();
        if (!leftovers.isEmpty()) {
            throw new AssertionError("the test has left what it probably got wrong: " + String.join("; ", leftovers));
        }
    }

    /** Puts the earlier configuration back, and stops the stand-ins unless they ran before. */
    @Override
    public void close() {
        noteApplication();
        inPlace.close();
        startLibraryOver(null);
        if (closesSandbox) {
            sandbox.close();
        }
    }

    private void noteApplication() {
        if (WITH_LIBRARY) {
            LibraryUnderTest.noteApplication(keys);
        }
    }

    private static void startLibraryOver(@Nullable SandboxClock clock) {
        if (WITH_LIBRARY) {
            LibraryUnderTest.startOver(clock);
        }
    }

    /** False where the tests run in a JVM without the library, since the application is in a server. */
    private static boolean withLibrary() {
        try {
            Class.forName("io.paybearer.account.Applications", false, TestKit.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
