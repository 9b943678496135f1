// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/**
 * Finds the listener of the application that a Rest Client belongs to. TomEE 9 holds the class loaders of an application and
 * of its next deployment for equal, so its Rest Clients go on calling the listener of the application that has ended.
 */
final class OwnListener {

    private OwnListener() {}

    /**
     * The listener whose classes the Rest Client sees. A class loader that has been stopped loads nothing more, so both
     * cases take the same way: whatever the second deployment needs here was loaded for the first.
     */
    static RestClientListener of(Class<?> restClient, RestClientListener called) {
        try {
            Object own = Class.forName(called.getClass().getName(), true, restClient.getClassLoader())
                    .getConstructor()
                    .newInstance();
            return own.getClass() != called.getClass() && own instanceof RestClientListener other ? other : called;
        } catch (ReflectiveOperationException | LinkageError notSeen) {
            return called;
        }
    }
}
