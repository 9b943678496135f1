package io.paybearer.it.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.stream.Collectors;

/** What applications have left behind. */
@ApplicationScoped
@Path("leftovers")
@Produces("text/plain")
public class Leftovers {

    private static final long LONGEST_MILLIS = 10_000;

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
}
