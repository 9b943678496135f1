// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.lang.management.ManagementFactory;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/** What applications have left behind. */
@ApplicationScoped
@Path("leftovers")
@Produces("text/plain")
public class Leftovers {

    private static final long LONGEST_MILLIS = 10_000;
    private static final int COLLECTIONS = 10;

    /** The threads of ours that do not end by themselves, which some do a second after their last work, some once collected. */
    @GET
    @Path("threads")
    public String threads() throws InterruptedException {
        System.gc();
        List<Thread> ours = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("paybearer")
                        || thread.getName().startsWith("HttpClient-"))
                .toList();
        for (Thread thread : ours) {
            thread.join(LONGEST_MILLIS);
        }
        return ours.stream().filter(Thread::isAlive).map(Thread::getName).collect(Collectors.joining(", "));
    }

    /** How many class loaders the virtual machine has that have loaded this class, and does not let go of. */
    @GET
    @Path("loaders/{type}")
    public String loaders(@PathParam("type") String type) throws JMException, InterruptedException {
        long loaders = loadersOf(type);
        for (int i = 0; i < COLLECTIONS && loaders > 0; i++) {
            collect();
            loaders = loadersOf(type);
        }
        return String.valueOf(loaders);
    }

    /** Returns when a collection has taken place. */
    private static void collect() throws InterruptedException {
        ReferenceQueue<Object> collected = new ReferenceQueue<>();
        WeakReference<Object> garbage = new WeakReference<>(new Object(), collected);
        System.gc();
        if (collected.remove(LONGEST_MILLIS) != garbage) {
            throw new IllegalStateException("nothing was collected");
        }
    }

    private static long loadersOf(String type) throws JMException {
        Object hierarchy = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "vmClassHierarchy",
                        new Object[] {new String[] {type}},
                        new String[] {String[].class.getName()});
        return String.valueOf(hierarchy)
                .lines()
                .filter(line -> line.contains(type + "/"))
                .count();
    }
}
