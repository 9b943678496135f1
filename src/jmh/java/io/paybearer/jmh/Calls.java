// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import io.paybearer.PaybearerProperties;
import io.paybearer.client.Binding;
import io.paybearer.client.CredentialFilter;
import io.paybearer.harness.Configured;
import io.paybearer.harness.CurrentConfiguration;
import io.paybearer.harness.TestMerchants;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.stream.IntStream;

/** Calls of a filter, and the configurations that they need. A filter has read its configuration when it is returned. */
final class Calls {

    static final URI API = URI.create("https://api.example.com");

    private Calls() {}

    /** An account for each path. */
    static Configured configured(String... paths) {
        Configured configured = Configured.nothing();
        for (int i = 0; i < paths.length; i++) {
            configured
                    .and("m" + i)
                    .with(TestMerchants.twoCheckout(API))
                    .with("merchant-code", "merchant" + i)
                    .with("token-headers", "Authorization")
                    .with("base-uri", API + paths[i]);
        }
        return configured;
    }

    /** Requests to the URIs in turn. */
    static Slices.Work of(Binding binding, Method invoked, URI... uris) {
        CredentialFilter filter = new CredentialFilter(binding);
        StubRequest request = new StubRequest(invoked, uris);
        filter.filter(request);
        return () -> filter.filter(request.reset());
    }

    /** Child accounts of one partner in turn, by the request property. */
    static Slices.Work forChildren(int count) {
        String[] children =
                IntStream.range(0, count).mapToObj("cl_%d"::formatted).toArray(String[]::new);
        CredentialFilter filter = new CredentialFilter(Binding.NONE);
        StubRequest request = new StubRequest(null, URI.create(API + "/v1/payments/4711"));
        try (CurrentConfiguration configuration = CurrentConfiguration.of(Configured.account("partner")
                .with(TestMerchants.borderlessPartner(API))
                .with("token-headers", "Authorization")
                .with("base-uri", API + "/v1"))) {
            filter.filter(request);
        }
        int[] next = new int[1];
        return () -> {
            request.reset().setProperty(PaybearerProperties.CLIENT_ID, children[next[0]++ % count]);
            filter.filter(request);
        };
    }
}
