// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import io.paybearer.PaybearerFeature;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import java.lang.management.ManagementFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A JVM that makes one measured call, and prints the CPU of its thread and the classes that were loaded meanwhile. Before that
 * MicroProfile Config was read, and another client has made a call, as in a server that is up.
 */
final class FirstCallProcess {

    private FirstCallProcess() {}

    public static void main(String[] args) {
        Logger.getLogger("").setLevel(Level.WARNING);
        configure(args[1]);
        ConfigProvider.getConfig().getOptionalValue("paybearer.account.shop.provider", String.class);
        post(ClientBuilder.newClient(), args[1]);
        var threads = ManagementFactory.getThreadMXBean();
        var classes = ManagementFactory.getClassLoadingMXBean();
        System.err.println("measured");
        long cpu = threads.getCurrentThreadCpuTime();
        long loaded = classes.getTotalLoadedClassCount();

        Client client = ClientBuilder.newClient();
        if (args[0].equals("paybearer")) {
            client.register(PaybearerFeature.class);
        }
        post(client, args[1]);

        cpu = threads.getCurrentThreadCpuTime() - cpu;
        loaded = classes.getTotalLoadedClassCount() - loaded;
        System.out.println(cpu / 1e6 + " " + loaded);
        System.exit(0);
    }

    private static void configure(String server) {
        System.setProperty("paybearer.account.shop.provider", "2checkout");
        System.setProperty("paybearer.account.shop.base-uri", server);
        System.setProperty("paybearer.account.shop.merchant-code", "250111206876");
        System.setProperty("paybearer.account.shop.secret-word", "a secret word");
    }

    private static void post(Client client, String server) {
        client.target(server).path("payments").request().post(Entity.json("{}"), String.class);
    }
}
