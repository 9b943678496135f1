// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cdi;

import io.paybearer.account.Application;
import io.paybearer.restclient.Subject;
import jakarta.enterprise.inject.Produces;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.WebTarget;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * The types in which the container has found {@link io.paybearer.PaymentAccount}: Rest Clients, and classes with injection points.
 * The accounts that they name are looked for when the application starts, since not all of the configuration may be there while
 * the container looks at types. Immutable.
 */
class AnnotatedTypes {

    private static final System.Logger LOG = System.getLogger("io.paybearer.client");

    private final Collection<Class<?>> types;

    AnnotatedTypes(Collection<Class<?>> types) {
        this.types = types;
    }

    /**
     * Requires that the named accounts are configured. In an EAR the types of all its modules are here; each module is asked about
     * its own.
     *
     * @param inEar whether several applications may share this object
     * @throws io.paybearer.PaybearerConfigException with all places that name another account
     */
    void requireAccounts(Application application, boolean inEar) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        Map<String, String> names = new TreeMap<>();
        for (Class<?> type : types) {
            if (inEar ? type.getClassLoader() == loader : sees(loader, type)) {
                names.putAll(Subject.ACCOUNT.places(type, element -> !element.isAnnotationPresent(Produces.class)));
                warnOfClass(type);
            }
        }
        application.requireAccounts(names);
    }

    private static boolean sees(ClassLoader loader, Class<?> type) {
        try {
            return Class.forName(type.getName(), false, loader) == type;
        } catch (ClassNotFoundException | LinkageError another) {
            return false;
        }
    }

    /** An annotation on a class says nothing about the calls that the class makes. A bean that is a client may have it as a qualifier. */
    private static void warnOfClass(Class<?> type) {
        boolean client = Client.class.isAssignableFrom(type) || WebTarget.class.isAssignableFrom(type);
        if (!type.isInterface() && !client && Subject.ACCOUNT.isOn(type)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "@PaymentAccount on the class {0} gives no account to the calls that the class makes; put it on the"
                            + " interface of the Rest Client, or beside @Inject on a Client or WebTarget",
                    type.getName());
        }
    }
}
