// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;

/**
 * A request that allocates nothing but its headers: properties lie in a hash table whose slots are there from the start. Members that
 * paybearer does not use fail. Not thread-safe.
 */
final class StubRequest extends UnusedMembers {

    private static final String INVOKED_METHOD = "org.eclipse.microprofile.rest.client.invokedMethod";
    private static final int SLOTS = 32;
    private static final int ALWAYS = -1;

    /** One for all threads: a filter has one client. */
    private static final Client CLIENT = client();

    private final MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
    private final String[] names = new String[SLOTS];
    private final Object[] values = new Object[SLOTS];
    private final int[] setBy = new int[SLOTS];
    private final URI[] uris;
    private int request = 1;
    private int uri;

    /** A request by this method of a typed client, or by none; it goes to the URIs in turn, one at each reset. */
    StubRequest(Method invoked, URI... uris) {
        this.uris = uris;
        if (invoked != null) {
            setProperty(INVOKED_METHOD, invoked);
            setBy[slot(INVOKED_METHOD)] = ALWAYS;
        }
    }

    private static Client client() {
        return (Client) Proxy.newProxyInstance(
                StubRequest.class.getClassLoader(), new Class<?>[] {Client.class}, (proxy, method, arguments) -> null);
    }

    /** Makes it a new request. */
    StubRequest reset() {
        headers.clear();
        request++;
        uri = uri + 1 < uris.length ? uri + 1 : 0;
        return this;
    }

    @Override
    public Object getProperty(String name) {
        int slot = slot(name);
        return setBy[slot] == request || setBy[slot] == ALWAYS ? values[slot] : null;
    }

    @Override
    public void setProperty(String name, Object value) {
        int slot = slot(name);
        if (names[slot] == null) {
            names[slot] = name;
        }
        values[slot] = value;
        setBy[slot] = request;
    }

    private int slot(String name) {
        int slot = name.hashCode() & (SLOTS - 1);
        while (names[slot] != null && !names[slot].equals(name)) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    @Override
    public URI getUri() {
        return uris[uri];
    }

    @Override
    public MultivaluedMap<String, Object> getHeaders() {
        return headers;
    }

    @Override
    public Client getClient() {
        return CLIENT;
    }

    @Override
    public Configuration getConfiguration() {
        return null;
    }
}
