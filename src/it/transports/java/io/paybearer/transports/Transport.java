// SPDX-License-Identifier: Apache-2.0
package io.paybearer.transports;

import io.paybearer.engine.Engines;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * A transport by which clients send their requests.
 *
 * @param name its class, or that it is what the implementation takes by itself
 * @param known whether calls with a credential may be made with it
 * @param made makes a builder of clients that have it
 */
record Transport(String name, boolean known, Made made) {

    private static final String RESTEASY = "org.jboss.resteasy.client.jaxrs.engines.";
    private static final String JERSEY = "org.glassfish.jersey.";

    private static final String CXF_ASYNC = "CXF with use.async.http.conduit";

    /** Makes a builder. */
    interface Made {
        ClientBuilder builder() throws ReflectiveOperationException;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Asynchronous calls are left without an answer now and then by CXF's asynchronous Netty conduit, without paybearer as well. */
    boolean losesAnswers() {
        return name.equals(CXF_ASYNC) && there("org.apache.cxf.transport.http.netty.client.NettyHttpConduit");
    }

    /** The class of the object that would send a request. */
    String used() throws ReflectiveOperationException {
        Engines engines = new Engines(Transport.class);
        AtomicReference<Object> sender = new AtomicReference<>();
        ClientRequestFilter look = request -> {
            try {
                sender.set(Objects.requireNonNull(engines.of(request)).transport(request));
            } catch (ReflectiveOperationException unknown) {
                sender.set(unknown);
            }
            request.abortWith(Response.noContent().build());
        };
        try (Client client = made.builder().build().register(look)) {
            client.target("http://127.0.0.1/").request().get().close();
        }
        return sender.get().getClass().getName();
    }

    /** Those whose classes are on the class path; first the one that clients take by themselves. */
    static List<Transport> present() {
        return switch (Switches.implementation()) {
            case "RESTEasy" -> resteasy();
            case "Jersey" -> jersey();
            default -> cxf();
        };
    }

    private static List<Transport> resteasy() {
        boolean apache = Stream.of("jetty.JettyClientEngine", "vertx.VertxClientHttpEngine")
                .noneMatch(other -> there(RESTEASY + other));
        List<Transport> all = new ArrayList<>();
        all.add(new Transport("RESTEasy as it comes", apache, ClientBuilder::newBuilder));
        all.add(engine("vertx.VertxClientHttpEngine", false));
        all.add(engine("jetty.JettyClientEngine", false, "org.eclipse.jetty.client.HttpClient"));
        all.add(new Transport(
                "ApacheHttpClient43Engine with a client of its own",
                true,
                () -> with(Reflection.made(RESTEASY + "ApacheHttpClient43Engine", Switches.laxApache()))));
        all.add(engine("ManualClosingApacheHttpClient43Engine", true));
        all.add(engine("URLConnectionEngine", false));
        all.add(new Transport(
                "ApacheHttpAsyncClient4Engine",
                false,
                () -> with(Reflection.made(RESTEASY + "ApacheHttpAsyncClient4Engine", true))));
        all.add(new Transport("ReactorNettyClientHttpEngine", false, () -> with(reactorNetty())));
        all.removeIf(transport -> !transport.name().contains(" ") && !there(RESTEASY + transport.name()));
        return all;
    }

    /** An engine, made from objects of these classes. */
    private static Transport engine(String name, boolean known, String... parts) {
        return new Transport(name, known, () -> {
            Object[] arguments = new Object[parts.length];
            for (int i = 0; i < parts.length; i++) {
                arguments[i] = Reflection.made(parts[i]);
            }
            return with(Reflection.made(RESTEASY + name, arguments));
        });
    }

    private static Object reactorNetty() throws ReflectiveOperationException {
        Object executor = Reflection.constant("io.netty.util.concurrent.GlobalEventExecutor", "INSTANCE");
        return Reflection.made(
                RESTEASY + "ReactorNettyClientHttpEngine",
                Reflection.callStatic("reactor.netty.http.client.HttpClient", "create"),
                Reflection.made("io.netty.channel.group.DefaultChannelGroup", executor),
                Reflection.callStatic("reactor.netty.resources.ConnectionProvider", "create", "test"));
    }

    private static ClientBuilder with(Object engine) throws ReflectiveOperationException {
        ClientBuilder builder = ClientBuilder.newBuilder();
        Reflection.call(builder, "httpEngine", engine);
        return builder;
    }

    private static List<Transport> jersey() {
        List<Transport> all = new ArrayList<>();
        all.add(new Transport("Jersey as it comes", true, ClientBuilder::newBuilder));
        all.add(connector("client.HttpUrlConnectorProvider", true));
        all.add(connector("apache.connector.ApacheConnectorProvider", true));
        all.add(connector("apache5.connector.Apache5ConnectorProvider", true));
        all.add(connector("netty.connector.NettyConnectorProvider", true));
        all.add(connector("jetty.connector.JettyConnectorProvider", true));
        all.add(connector("jnh.connector.JavaNetHttpConnectorProvider", false));
        all.add(connector("jdk.connector.JdkConnectorProvider", false));
        all.add(connector("grizzly.connector.GrizzlyConnectorProvider", false));
        all.removeIf(transport -> !transport.name().contains(" ") && !there(JERSEY + transport.name()));
        return all;
    }

    private static Transport connector(String name, boolean known) {
        return new Transport(name, known, () -> {
            Object configuration = Reflection.made(JERSEY + "client.ClientConfig");
            Reflection.call(configuration, "connectorProvider", Reflection.made(JERSEY + name));
            return ClientBuilder.newBuilder().withConfig((Configuration) configuration);
        });
    }

    private static List<Transport> cxf() {
        return List.of(
                new Transport("CXF as it comes", true, () -> asynchronousConduits(false)),
                new Transport(CXF_ASYNC, true, () -> asynchronousConduits(true)));
    }

    private static ClientBuilder asynchronousConduits(boolean used) throws ReflectiveOperationException {
        Object bus = Reflection.callStatic("org.apache.cxf.BusFactory", "getThreadDefaultBus");
        Reflection.call(bus, "setProperty", "use.async.http.conduit", used);
        return ClientBuilder.newBuilder();
    }

    private static boolean there(String type) {
        try {
            Class.forName(type, false, Transport.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
