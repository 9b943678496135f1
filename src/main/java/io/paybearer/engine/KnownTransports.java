// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engine;

import java.util.Map;

/**
 * The objects that send requests and of which it is known what they do with redirects, by the exact names of their classes. Of
 * each of them a test shows at a socket that no credential follows a redirect; a second request is made with those alone whose
 * second request a test has compared with the first, byte by byte.
 */
public final class KnownTransports {

    private static final Boolean SENDS_AGAIN = true;
    private static final Boolean SENDS_ONCE = false;

    private static final Map<String, Boolean> KNOWN = Map.ofEntries(
            Map.entry("org.jboss.resteasy.client.jaxrs.engines.ApacheHttpClient43Engine", SENDS_AGAIN),
            Map.entry("org.jboss.resteasy.client.jaxrs.engines.ManualClosingApacheHttpClient43Engine", SENDS_AGAIN),
            Map.entry("org.jboss.resteasy.reactive.client.handlers.ClientSendRequestHandler", SENDS_ONCE),
            Map.entry("org.glassfish.jersey.client.internal.HttpUrlConnector", SENDS_AGAIN),
            Map.entry("org.glassfish.jersey.apache.connector.ApacheConnector", SENDS_ONCE),
            Map.entry("org.glassfish.jersey.apache5.connector.Apache5Connector", SENDS_ONCE),
            Map.entry("org.glassfish.jersey.netty.connector.NettyConnector", SENDS_ONCE),
            Map.entry("org.glassfish.jersey.jetty.connector.JettyConnector", SENDS_ONCE),
            Map.entry("org.apache.cxf.transport.http.HttpClientHTTPConduit", SENDS_AGAIN),
            Map.entry("org.apache.cxf.transport.http.URLConnectionHTTPConduit", SENDS_ONCE),
            Map.entry("org.apache.cxf.transport.http.asyncclient.hc5.AsyncHTTPConduit", SENDS_ONCE),
            Map.entry("org.apache.cxf.transport.http.asyncclient.AsyncHTTPConduit", SENDS_ONCE),
            Map.entry("org.apache.cxf.transport.http.netty.client.NettyHttpConduit", SENDS_ONCE));

    private KnownTransports() {}

    /**
     * Whether a transport follows no redirects once it has been told so, and shows whether it has been told.
     *
     * @param transport the object that sends
     * @return whether that is known
     */
    public static boolean stays(Object transport) {
        return KNOWN.containsKey(transport.getClass().getName());
    }

    /**
     * Whether a transport can send the second request as it has sent the first.
     *
     * @param transport the object that sends
     * @return whether that is known
     */
    public static boolean sendsAgain(Object transport) {
        return SENDS_AGAIN.equals(KNOWN.get(transport.getClass().getName()));
    }
}
