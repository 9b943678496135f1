// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import io.paybearer.origin.Origin;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/**
 * The proxy of the JVM. Requests over http to a loopback address never go there, whatever the JVM's settings are: http is allowed
 * for them because they stay on this machine.
 */
final class UsualProxy extends ProxySelector {

    @Override
    public List<Proxy> select(URI uri) {
        Origin origin = Origin.of(uri);
        ProxySelector usual = ProxySelector.getDefault();
        boolean stays = origin != null && origin.scheme().equals("http") && origin.loopback();
        return stays || usual == null ? List.of(Proxy.NO_PROXY) : usual.select(uri);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        ProxySelector usual = ProxySelector.getDefault();
        if (usual != null) {
            usual.connectFailed(uri, address, failure);
        }
    }
}
