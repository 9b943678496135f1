// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/** The figures of one run, each beside the floor that it is compared with. */
final class ResultTable {

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("floor", "**floor: one header put into a map**"),
            Map.entry("floorAndClock", "the same after one look at a clock"),
            Map.entry("resteasyFloor", "**a header and a property set on a request of RESTEasy**"),
            Map.entry("resteasyGet", "account by URI, GET"),
            Map.entry("resteasyPost", "account by URI, POST with an entity"),
            Map.entry("hs512ByHand", "**HS512 by hand, JDK alone**"),
            Map.entry("hs512", "HS512, 2Checkout's issuer"),
            Map.entry("hs256ByHand", "**HS256 by hand, JDK alone**"),
            Map.entry("hs256", "HS256, borderless' issuer"),
            Map.entry("googleAuth", "peer: google-auth, `OAuth2Credentials`"),
            Map.entry("keycloakAdminClient", "peer: Keycloak admin client, `BearerAuthFilter`"),
            Map.entry("awsCachedSupplier", "peer: AWS SDK, `CachedSupplier`"),
            Map.entry("springSecurity", "peer: Spring Security, `OAuth2AuthorizedClientManager`"),
            Map.entry("azureCore", "peer: Azure, `SimpleTokenCache`"));

    private static final Map<String, String> FLOORS = Map.of(
            "hs512",
            "hs512ByHand",
            "hs256",
            "hs256ByHand",
            "resteasyGet",
            "resteasyFloor",
            "resteasyPost",
            "resteasyFloor");

    private final Collection<RunResult> results;

    ResultTable(Collection<RunResult> results) {
        this.results = results;
    }

    void print(PrintStream out) {
        out.println();
        out.println("| what | threads | ns/op | CPU ns/op | × floor | B/op |");
        out.println("|---|---|---|---|---|---|");
        results.forEach(result -> out.println(line(result)));
    }

    private String line(RunResult result) {
        double ratio = cpu(result) / cpu(floor(result));
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.2f | %.0f |",
                title(result.getParams()),
                result.getParams().getThreads(),
                result.getPrimaryResult().getStatistics().getPercentile(50),
                cpu(result),
                ratio,
                secondary(result, "gc.alloc.rate.norm"));
    }

    private static String title(BenchmarkParams benchmark) {
        String by = benchmark.getParam("accountBy");
        return by == null ? TITLES.get(name(benchmark)) : AccountBy.valueOf(by).title();
    }

    /** What it is compared with: by as many threads in the same run. */
    private RunResult floor(RunResult result) {
        String name = name(result.getParams());
        String floor = FLOORS.getOrDefault(name, FLOORS.containsValue(name) ? name : "floor");
        return results.stream()
                .filter(other -> name(other.getParams()).equals(floor))
                .filter(other ->
                        other.getParams().getThreads() == result.getParams().getThreads())
                .findFirst()
                .orElseThrow();
    }

    private static String name(BenchmarkParams benchmark) {
        String name = benchmark.getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static double cpu(RunResult result) {
        return secondary(result, CpuProfiler.CPU);
    }

    /** The median, since other processes may have disturbed one iteration. */
    private static double secondary(RunResult result, String name) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(name))
                .findFirst()
                .orElseThrow()
                .getValue()
                .getStatistics()
                .getPercentile(50);
    }
}
