// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it;

import io.paybearer.PaybearerFeature;
import io.paybearer.it.bystander.Bystander;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jose4j.jws.JsonWebSignature;
import org.slf4j.Logger;

/** What is deployed. */
public final class Archives {

    /** Whether applications have the jar in themselves; otherwise the server has it. */
    static final boolean BRING_THE_JAR = System.getProperty("it.manifest") == null;

    private Archives() {}

    /** The application, with the jars that a user would put into it. */
    static WebArchive application(String name) {
        return withTheJar(war(name, configuration()));
    }

    /** The application, acting for another child account. */
    static WebArchive applicationForChild(String name, String child) {
        return withTheJar(war(name, configurationForChild(child)));
    }

    /** The application, with MicroProfile JWT for its callers. */
    static WebArchive guarded(String name) {
        return application(name).deleteClass("io.paybearer.it.app.Root").addPackage("io.paybearer.it.guarded");
    }

    /** Two applications with accounts of their own, the jars in lib. */
    static EnterpriseArchive ear(String name) {
        return ShrinkWrap.create(EnterpriseArchive.class, name + ".ear")
                .addAsLibraries(jars())
                .addAsModule(war("first", configuration()))
                .addAsModule(war("second", configurationForChild("cl_1")));
    }

    /** An application for several nodes, with the jars; its configuration is the server's. */
    public static WebArchive clustered(String name) {
        return war(name).addPackage("io.paybearer.it.clustered").addAsLibraries(jars());
    }

    static WebArchive operator() {
        return war("operator").addPackage("io.paybearer.it.operator");
    }

    /** An application without the jar. */
    static WebArchive bystander(String name) {
        return war(name).addPackage("io.paybearer.it.bystander");
    }

    /** An application without the jar, with a listener of its own. */
    static WebArchive bystanderWithListener(String name) {
        return bystander(name).addAsServiceProvider(RestClientListener.class, Bystander.class);
    }

    private static WebArchive war(String name) {
        return ShrinkWrap.create(WebArchive.class, name + ".war").addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    private static WebArchive war(String name, String configuration) {
        return war(name)
                .addPackage("io.paybearer.it.app")
                .addAsResource(new StringAsset(configuration), "META-INF/microprofile-config.properties");
    }

    private static WebArchive withTheJar(WebArchive war) {
        return BRING_THE_JAR
                ? war.addAsLibraries(jars())
                : war.setManifest(new StringAsset(System.getProperty("it.manifest") + "\n"));
    }

    private static String configurationForChild(String child) {
        return configuration().replace("client-id=cl_5", "client-id=" + child);
    }

    private static String configuration() {
        try (InputStream file = Archives.class.getResourceAsStream("/app/META-INF/microprofile-config.properties")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File[] jars() {
        return new File[] {jarOf(PaybearerFeature.class), jarOf(JsonWebSignature.class), jarOf(Logger.class)};
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
