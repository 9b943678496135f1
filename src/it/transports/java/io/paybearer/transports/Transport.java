// SPDX-License-Identifier: Apache-2.0
package io.paybearer.transports;

import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Configuration;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
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

    /** Makes a builder. */
    interface Made {
        ClientBuilder builder() throws ReflectiveOperationException;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Those whose classes are on the class path. */
    static List<Transport> present() {
        return switch (Switches.implementation()) {
            case "RESTEasy" -> resteasy();
            case "Jersey" -> jersey();
            default -> List.of(new Transport("CXF as it comes", true, ClientBuilder::newBuilder));
        };
    }

    private static List<Transport> resteasy() {
        boolean apache = Stream.of("jetty.JettyClientEngine", "vertx.VertxClientHttpEngine")
                .noneMatch(other -> there(RESTEASY + other));
        List<Transport> all = new ArrayList<>();
        all.add(new Transport("RESTEasy as it comes", apache, ClientBuilder::newBuilder));
        all.add(engine("ManualClosingApacheHttpClient43Engine", true));
        all.add(engine("URLConnectionEngine", false));
        all.add(engine("vertx.VertxClientHttpEngine", false));
        all.add(new Transport(
                "ApacheHttpClient43Engine with a client of its own",
                true,
                () -> with(Switches.laxApache(RESTEASY + "ApacheHttpClient43Engine"))));
        if (there(RESTEASY + "jetty.JettyClientEngine")) {
            all.add(new Transport("jetty.JettyClientEngine", false, () -> {
                Object http = made("org.eclipse.jetty.client.HttpClient");
                return with(Class.forName(RESTEASY + "jetty.JettyClientEngine")
                        .getConstructor(http.getClass())
                        .newInstance(http));
            }));
        }
        all.removeIf(transport -> !transport.name().contains(" ") && !there(RESTEASY + transport.name()));
        return all;
    }

    private static Transport engine(String name, boolean known) {
        return new Transport(name, known, () -> with(made(RESTEASY + name)));
    }

    private static ClientBuilder with(Object engine) throws ReflectiveOperationException {
        ClientBuilder builder = ClientBuilder.newBuilder();
        for (Method method : builder.getClass().getMethods()) {
            if (method.getName().equals("httpEngine") && method.getParameterCount() == 1) {
                method.invoke(builder, engine);
                return builder;
            }
        }
        throw new NoSuchMethodException("httpEngine");
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
            Object configuration = made(JERSEY + "client.ClientConfig");
            configuration
                    .getClass()
                    .getMethod("connectorProvider", Class.forName(JERSEY + "client.spi.ConnectorProvider"))
                    .invoke(configuration, made(JERSEY + name));
            return ClientBuilder.newBuilder().withConfig((Configuration) configuration);
        });
    }

    private static Object made(String type) throws ReflectiveOperationException {
        return Class.forName(type).getConstructor().newInstance();
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
