package io.paybearer.jmh;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;

/**
 * A request that allocates nothing but its headers: properties have slots that are there from the start. Members that
 * paybearer does not use fail. Not thread-safe.
 */
final class StubRequest extends UnusedMembers {

    private static final String INVOKED_METHOD = "org.eclipse.microprofile.rest.client.invokedMethod";
    private static final int SLOTS = 8;

    private final MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
    private final String[] names = new String[SLOTS];
    private final Object[] values = new Object[SLOTS];
    private final Client client = client();
    private final int kept;
    private final URI[] uris;
    private int used;
    private int uri;

    /** A request by this method of a typed client, or by none; it goes to the URIs in turn, one at each reset. */
    StubRequest(Method invoked, URI... uris) {
        this.uris = uris;
        if (invoked != null) {
            setProperty(INVOKED_METHOD, invoked);
        }
        this.kept = used;
    }

    private static Client client() {
        return (Client) Proxy.newProxyInstance(
                StubRequest.class.getClassLoader(), new Class<?>[] {Client.class}, (proxy, method, arguments) -> null);
    }

    /** Makes it a new request. */
    StubRequest reset() {
        headers.clear();
        for (int i = kept; i < used; i++) {
            names[i] = null;
            values[i] = null;
        }
        used = kept;
        uri = uri + 1 < uris.length ? uri + 1 : 0;
        return this;
    }

    @Override
    public Object getProperty(String name) {
        for (int i = 0; i < used; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return null;
    }

    @Override
    public void setProperty(String name, Object value) {
        int slot = 0;
        while (slot < used && !names[slot].equals(name)) {
            slot++;
        }
        names[slot] = name;
        values[slot] = value;
        used = Math.max(used, slot + 1);
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
        return client;
    }

    @Override
    public Configuration getConfiguration() {
        return null;
    }
}
