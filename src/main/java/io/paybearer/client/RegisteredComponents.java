// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.ClientId;
import io.paybearer.PaymentAccount;
import io.paybearer.RequestRefusedException;
import io.paybearer.account.Applications;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** What paybearer's components on a builder of Rest Clients are for: those that somebody has registered, and its own of before. */
final class RegisteredComponents {

    private final RestClientBuilder builder;

    RegisteredComponents(RestClientBuilder builder) {
        this.builder = builder;
    }

    /** The account that a registered object names, which counts for more than what the interface says. */
    Binding named() {
        return bindings()
                .filter(binding -> binding.account() != null)
                .findFirst()
                .orElse(Binding.NONE);
    }

    /** A builder that is used again has the filter of the client that it made before, and takes no second one. */
    void requireAlike(Class<?> restClient) {
        bindings()
                .flatMap(binding -> Stream.ofNullable(binding.restClient()))
                .filter(before -> !before.equals(restClient) && !said(before).equals(said(restClient)))
                .findFirst()
                .ifPresent(before -> {
                    throw new RequestRefusedException(
                            "",
                            "the builder of this " + restClient.getName() + " has made a " + before.getName()
                                    + ", whose account would serve both; take another RestClientBuilder.newBuilder()");
                });
    }

    /** What holds for all methods of a Rest Client. */
    private static List<Optional<?>> said(Class<?> restClient) {
        return List.of(
                Optional.ofNullable(InvokedMethod.on(restClient, PaymentAccount.class)),
                Optional.ofNullable(InvokedMethod.on(restClient, ClientId.class)),
                Applications.current().ofRestClient(RestClientNames.of(restClient)));
    }

    private Stream<Binding> bindings() {
        return builder.getConfiguration().getInstances().stream().map(Binding::of);
    }
}
