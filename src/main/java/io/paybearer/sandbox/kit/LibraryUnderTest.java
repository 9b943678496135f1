// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.kit;

import io.paybearer.PaybearerConfigException;
import io.paybearer.account.Application;
import io.paybearer.account.Applications;
import io.paybearer.sandbox.SandboxClock;
import io.paybearer.token.TimeSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The library in this JVM, and the configuration that each of its applications has read. An application may go on to run after the
 * test class that has started it, as on Quarkus. It keeps the configuration of that class.
 */
final class LibraryUnderTest {

    /** Static since applications are. An empty map stands for a configuration that was not put in place here. */
    private static final Map<Application, Map<String, String>> READ = new WeakHashMap<>();

    private LibraryUnderTest() {}

    /** Notes that the applications there are have not read the configuration that is now put in place. */
    static void noteEarlierApplications() {
        synchronized (READ) {
            Applications.known().forEach(earlier -> READ.putIfAbsent(earlier, Map.of()));
        }
    }

    /** Notes that the application of this thread, if it is a new one, has read these keys. */
    static void noteApplication(Map<String, String> keys) {
        synchronized (READ) {
            application().ifPresent(here -> READ.putIfAbsent(here, keys));
        }
    }

    /**
     * Has all applications begin again without tokens and failures.
     *
     * @param clock the clock that a test moves; null for the clocks of the JVM alone
     */
    static void startOver(@Nullable SandboxClock clock) {
        Applications.startOver(clock == null ? TimeSource.system() : new MovedTime(clock));
    }

    /**
     * Looks whether the application of this thread has read these keys, as far as it has begun at all.
     *
     * @throws IllegalStateException if it has read others
     */
    static void requireRead(Map<String, String> keys) {
        noteApplication(keys);
        synchronized (READ) {
            application().map(READ::get).filter(read -> !read.equals(keys)).ifPresent(read -> {
                throw new IllegalStateException(
                        "the application was started before this test class, and has another configuration: "
                                + differences(read, keys)
                                + "; an application that keeps running between test classes needs the same accounts"
                                + " and keys in all of them, so put @PaybearerSandbox on an annotation of your own or on"
                                + " a base class, or have the application restarted (on Quarkus by a @TestProfile)");
            });
        }
    }

    private static Optional<Application> application() {
        try {
            return Applications.present();
        } catch (PaybearerConfigException noConfiguration) {
            return Optional.empty();
        }
    }

    /** Names alone: a value may be a secret. */
    private static String differences(Map<String, String> read, Map<String, String> keys) {
        if (read.isEmpty()) {
            return "that of no test class with stand-ins";
        }
        TreeSet<String> names = new TreeSet<>(read.keySet());
        names.addAll(keys.keySet());
        names.removeIf(name -> Objects.equals(read.get(name), keys.get(name)));
        return String.join(", ", names);
    }
}
