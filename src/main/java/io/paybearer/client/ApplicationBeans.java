// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The beans of the application that the current thread works for, also where the jar lies outside of it. */
final class ApplicationBeans {

    /** Jakarta CDI 4.0, section 19.3.1. What {@code CDI.current()} finds depends on the archive of the class that asks. */
    private static final String OF_THE_MODULE = "java:comp/BeanManager";

    private ApplicationBeans() {}

    /**
     * All beans.
     *
     * @throws IllegalStateException if there is no CDI container
     */
    @SuppressWarnings("BanJNDI") // the name is a constant of the server's own
    static Instance<Object> instance() {
        Instance<Object> current = CDI.current();
        try {
            Object module = InitialContext.doLookup(OF_THE_MODULE);
            return module instanceof BeanManager manager ? manager.createInstance() : current;
        } catch (NamingException | RuntimeException | LinkageError noServer) {
            // outside a server there is no naming service, and not always the module java.naming
            return current;
        }
    }
}
