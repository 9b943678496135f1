// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The least that a credential can cost: what a filter does that knows the header's value for good, or for a while. */
@State(Scope.Thread)
public class FloorBenchmark {

    private static final String BEARER = "Bearer " + "a".repeat(400);

    private final StubRequest request = new StubRequest(null, URI.create("https://api.example.com/v1"));
    private volatile Held held = new Held(BEARER, Long.MAX_VALUE);

    private record Held(String bearer, long untilMillis) {}

    /** One write to a map. */
    @Benchmark
    public Object floor() {
        request.reset().getHeaders().putSingle(HttpHeaders.AUTHORIZATION, BEARER);
        return request;
    }

    /** The same after a look at a clock. */
    @Benchmark
    public Object floorAndClock() {
        Held present = held;
        if (System.currentTimeMillis() < present.untilMillis()) {
            request.reset().getHeaders().putSingle(HttpHeaders.AUTHORIZATION, present.bearer());
        }
        return request;
    }
}
