// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.ClientId;
import io.paybearer.PaybearerFeature;
import io.paybearer.PaymentAccount;
import io.paybearer.RequestRefusedException;
import io.paybearer.config.CurrentConfig;
import io.paybearer.wiring.Applications;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/**
 * Registers the filter on the Rest Clients that have a payment account, by annotation or by the key {@code rest-clients}, and
 * on no other. Called by every implementation of MicroProfile Rest Client when a client is made.
 */
public final class PaybearerRestClientListener implements RestClientListener {

    private static final System.Logger LOG = System.getLogger("io.paybearer.client");

    /** Made by the service loader. */
    public PaybearerRestClientListener() {}

    /**
     * Registers the filter. The client follows no redirects from then on: they happen after the filters have run, and would
     * take the headers along.
     *
     * @param restClient the interface
     * @param builder the client about to be made
     * @throws io.paybearer.PaybearerConfigException if the client has an account and the configuration is unusable
     * @throws RequestRefusedException if the builder has made a client with another account before
     */
    @Override
    public void onNewClient(Class<?> restClient, RestClientBuilder builder) {
        RestClientListener own = OwnListener.of(restClient, this);
        if (own == this) {
            ApplicationThread.call(restClient, () -> register(restClient, builder));
        } else {
            own.onNewClient(restClient, builder);
        }
    }

    private static boolean register(Class<?> restClient, RestClientBuilder builder) {
        boolean served = served(restClient);
        requireAlike(restClient, builder);
        if (served) {
            Applications.current();
            builder.register(
                    new RestClientFilter(named(builder).on(restClient)), CredentialFilter.CONTRACTS_ON_REST_CLIENT);
            builder.followRedirects(false);
        } else if (registered(restClient, builder)) {
            builder.followRedirects(false);
        }
        return served;
    }

    /** The account that a registered object names, which counts for more than what the interface says. */
    private static Binding named(RestClientBuilder builder) {
        return bindings(builder)
                .filter(binding -> binding.account() != null)
                .findFirst()
                .orElse(Binding.NONE);
    }

    /** A builder that is used again has the filter of the client that it made before, and takes no second one. */
    private static void requireAlike(Class<?> restClient, RestClientBuilder builder) {
        bindings(builder)
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

    private static Stream<Binding> bindings(RestClientBuilder builder) {
        return builder.getConfiguration().getInstances().stream().map(Binding::of);
    }

    private static boolean served(Class<?> restClient) {
        boolean served =
                annotated(restClient) || CurrentConfig.get().mentionsRestClient(RestClientNames.of(restClient));
        String verdict = served ? "has a payment account" : "has neither @PaymentAccount nor a place in rest-clients";
        LOG.log(System.Logger.Level.DEBUG, "Rest Client {0} {1}", restClient.getName(), verdict);
        return served;
    }

    private static boolean annotated(Class<?> restClient) {
        return InvokedMethod.on(restClient, PaymentAccount.class) != null
                || Stream.of(restClient.getMethods())
                        .anyMatch(method -> method.isAnnotationPresent(PaymentAccount.class));
    }

    /** Whether somebody has registered the feature or a filter, on the builder or with {@code @RegisterProvider}. */
    private static boolean registered(Class<?> restClient, RestClientBuilder builder) {
        Stream<Class<?>> byAnnotation = Stream.of(restClient.getAnnotationsByType(RegisterProvider.class))
                .map(RegisterProvider::value);
        Stream<Class<?>> onBuilder = builder.getConfiguration().getClasses().stream();
        Stream<Class<?>> instances =
                builder.getConfiguration().getInstances().stream().map(Object::getClass);
        return Stream.of(byAnnotation, onBuilder, instances)
                .flatMap(Function.identity())
                .anyMatch(type -> type == PaybearerFeature.class || CredentialFilter.class.isAssignableFrom(type));
    }
}
