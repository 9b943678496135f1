// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The beans of the application that the current thread works for, even if the jar lies outside the application, as in an EAR's
 * lib. It is a class of its own because it alone needs the module java.naming.
 */
final class ApplicationBeans {

    /**
     * Where a server has the bean manager of the application's module (Jakarta CDI 4.0, section 19.3.1). What
     * {@code CDI.current()} finds depends on the archive in which the calling class lies, which is ours.
     */
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
