// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import io.paybearer.client.CredentialFilter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One whole call of the filter, with a token that is valid. */
public class FilterBenchmark {

    /** An application and its filter. */
    @State(Scope.Benchmark)
    public static class Filtered {

        /** How the account is found. */
        @Param
        public AccountBy accountBy;

        private BenchmarkAccounts running;
        private CredentialFilter filter;

        @Setup
        public void start() {
            running = accountBy.start();
            filter = accountBy.filter();
            settle();
        }

        /** What all threads read comes to lie together, away from the requests, which each thread writes to all the time. */
        private void settle() {
            filter.filter(accountBy.request(running));
            System.gc();
        }

        @TearDown
        public void stop() {
            running.close();
        }
    }

    /** A thread's request. */
    @State(Scope.Thread)
    public static class Sent {

        private StubRequest request;

        @Setup
        public void make(Filtered filtered) {
            request = filtered.accountBy.request(filtered.running);
            filtered.filter.filter(request);
            if (request.getHeaders().getFirst("Authorization") == null) {
                throw new IllegalStateException("no credential was put on the request");
            }
        }
    }

    @Benchmark
    public Object filter(Filtered filtered, Sent sent) {
        StubRequest request = sent.request.reset();
        filtered.filter.filter(request);
        return request;
    }
}
