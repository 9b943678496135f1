// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.PaybearerFeature;
import io.paybearer.PaymentAccount;
import io.paybearer.RequestRefusedException;
import io.paybearer.account.Applications;
import io.paybearer.config.CurrentConfig;
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
            try (ApplicationThread here = new ApplicationThread(restClient)) {
                register(restClient, builder);
            }
        } else {
            own.onNewClient(restClient, builder);
        }
    }

    private static void register(Class<?> restClient, RestClientBuilder builder) {
        RegisteredComponents components = new RegisteredComponents(builder);
        boolean served = served(restClient);
        components.requireAlike(restClient);
        if (served) {
            Applications.current();
            builder.register(
                    new RestClientFilter(components.named().on(restClient)), CredentialFilter.CONTRACTS_ON_REST_CLIENT);
            builder.followRedirects(false);
        } else if (registered(restClient, builder)) {
            builder.followRedirects(false);
        }
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
