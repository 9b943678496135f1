// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import java.util.concurrent.Executor;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Chooses the threads for renewals in the background: the server's managed threads if it has some, else our own. */
final class BackgroundWork {

    /** Jakarta EE Platform 10, section 5.22. */
    private static final String MANAGED = "java:comp/DefaultManagedExecutorService";

    private BackgroundWork() {}

    @SuppressWarnings("BanJNDI") // the name is a constant of the platform
    static Executor executor() {
        try {
            Object managed = InitialContext.doLookup(MANAGED);
            return managed instanceof Executor executor ? executor : new BackgroundThreads();
        } catch (NamingException | LinkageError | RuntimeException noServer) {
            // outside a server there is no naming service, and not always the module java.naming
            return new BackgroundThreads();
        }
    }
}
