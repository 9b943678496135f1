package io.paybearer.it;

import io.paybearer.PaybearerFeature;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jose4j.jws.JsonWebSignature;
import org.slf4j.Logger;

/** What is deployed. */
final class Archives {

    private Archives() {}

    /** The application, with the jars that a user would put into it. */
    static WebArchive application(String name) {
        return packed(name, configuration());
    }

    /** The application, acting for another child account. */
    static WebArchive applicationForChild(String name, String child) {
        return packed(name, configuration().replace("client-id=cl_5", "client-id=" + child));
    }

    private static WebArchive packed(String name, String configuration) {
        return ShrinkWrap.create(WebArchive.class, name + ".war")
                .addPackage("io.paybearer.it.app")
                .addAsResource(new StringAsset(configuration), "META-INF/microprofile-config.properties")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsLibraries(jarOf(PaybearerFeature.class), jarOf(JsonWebSignature.class), jarOf(Logger.class));
    }

    private static String configuration() {
        try (InputStream file = Archives.class.getResourceAsStream("/app/META-INF/microprofile-config.properties")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WebArchive operator() {
        return ShrinkWrap.create(WebArchive.class, "operator.war")
                .addPackage("io.paybearer.it.operator")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    private static File jarOf(Class<?> type) {
        try {
            File jar = new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (!jar.isFile()) {
                throw new AssertionError(type + " comes from " + jar + ", which is no jar");
            }
            return jar;
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
