// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.RequestRefusedException;
import io.paybearer.account.Application;
import io.paybearer.account.Applications;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * The application that a filter serves if nothing has told it which: that of the thread that makes the first call. Where several
 * applications share a filter, another one's calls are refused, since they would carry the first one's credential. Thread-safe.
 */
final class Home {

    /** A thread that has this class loader is known to belong to the application. Held weakly, or it could never be collected. */
    private volatile WeakReference<@Nullable ClassLoader> known = new WeakReference<>(null);

    /** Takes the application of the current thread. */
    void settle() {
        known = new WeakReference<>(Thread.currentThread().getContextClassLoader());
    }

    /**
     * Looks whose thread the current one is. A thread of the JVM itself, or one whose application has no accounts, may work for
     * anybody.
     *
     * @param application the application that was settled for
     * @throws RequestRefusedException if the thread belongs to another application
     */
    void require(Application application) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        if (known.refersTo(loader) || isOfTheJvm(loader)) {
            return;
        }
        Application here = Applications.current();
        if (here != application && !here.accounts().isEmpty()) {
            throw new RequestRefusedException(
                    "",
                    "a call was not made: the filter of its client serves the application that made the first call with it,"
                            + " and this is another one; make a client in each application");
        }
        known = new WeakReference<>(loader);
    }

    private static boolean isOfTheJvm(@Nullable ClassLoader loader) {
        return loader == null
                || loader == ClassLoader.getSystemClassLoader()
                || loader == ClassLoader.getPlatformClassLoader();
    }
}
