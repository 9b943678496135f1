// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.PaybearerFeature;
import io.paybearer.RequestRefusedException;
import io.paybearer.account.Account;
import io.paybearer.account.Applications;
import io.paybearer.config.CurrentConfig;
import io.paybearer.restclient.RestClientMethods;
import io.paybearer.restclient.Subject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/**
 * Registers the filter on the Rest Clients that have a payment account, by annotation or by the key {@code rest-clients}, and
 * on no other. Every implementation of MicroProfile Rest Client calls the listener when a client is made.
 */
public final class PaybearerRestClientListener implements RestClientListener {

    private static final System.Logger LOG = System.getLogger("io.paybearer.client");

    /** Made by the service loader. */
    public PaybearerRestClientListener() {}

    /**
     * Registers the filter. From then on the client follows no redirects: they happen after the filters have run, and would
     * take the headers along.
     *
     * @param restClient the interface
     * @param builder the client about to be made
     * @throws io.paybearer.PaybearerConfigException if the client has an account and the configuration is unusable, or an
     *     annotation names an account that is not configured
     * @throws RequestRefusedException if the annotations of the client cannot be honoured, or the builder has made a client with
     *     another account before
     */
    @Override
    public void onNewClient(Class<?> restClient, RestClientBuilder builder) {
        RestClientListener responsible = ofApplication(restClient);
        if (responsible == this) {
            try (ApplicationThread here = new ApplicationThread(restClient)) {
                register(restClient, builder);
            }
        } else {
            responsible.onNewClient(restClient, builder);
        }
    }

    /**
     * The listener of the application that a Rest Client belongs to: the one whose class the Rest Client sees. TomEE 9 takes
     * the class loaders of an application and of its next deployment for equal, so after a redeployment it still calls the
     * listener of the application that has ended. That one's class loader has been stopped and loads nothing more; so this
     * is asked of every Rest Client, and what the answer needs has been loaded by then.
     */
    private RestClientListener ofApplication(Class<?> restClient) {
        try {
            Object seen = Class.forName(getClass().getName(), true, restClient.getClassLoader())
                    .getConstructor()
                    .newInstance();
            return seen.getClass() != getClass() && seen instanceof RestClientListener other ? other : this;
        } catch (ReflectiveOperationException | LinkageError notSeen) {
            return this;
        }
    }

    private static void register(Class<?> restClient, RestClientBuilder builder) {
        RestClientMethods methods = new RestClientMethods(restClient);
        boolean registered = registered(restClient, builder);
        boolean served = served(methods, registered);
        if (served) {
            requireAccounts(methods, named(builder)); // fails here rather than at the first request
        }
        Optional<RestClientFilter> earlier = earlier(builder);
        if (earlier.isPresent()) {
            share(earlier.get(), methods, served);
        } else if (served) {
            RestClientFilter filter = new RestClientFilter(named(builder).on(restClient), methods);
            builder.register(filter, CredentialFilter.CONTRACTS_ON_REST_CLIENT);
        }
        if (served || registered) {
            builder.property(RestClientMethods.SEEN, true);
            builder.followRedirects(false);
        }
    }

    private static void requireAccounts(RestClientMethods methods, Binding named) {
        Map<String, String> names = new TreeMap<>(methods.places(Subject.ACCOUNT));
        String ofFilter = named.account();
        if (ofFilter != null && !(ofFilter.isEmpty() && named.provider() != null)) {
            names.put("a filter or feature on " + methods.restClient().getName(), ofFilter);
        }
        Applications.current().requireAccounts(names);
    }

    private static boolean served(RestClientMethods methods, boolean registered) {
        Class<?> restClient = methods.restClient();
        boolean served = methods.name(Subject.ACCOUNT)
                || (registered && methods.name(Subject.CHILD))
                || CurrentConfig.get().mentionsRestClient(Binding.names(restClient));
        String verdict = served ? "has a payment account" : "has neither @PaymentAccount nor a place in rest-clients";
        LOG.log(System.Logger.Level.DEBUG, "Rest Client {0} {1}", restClient.getName(), verdict);
        return served;
    }

    /** A builder that is used again still has the filter of the client that it made before, and takes no second filter. */
    private static Optional<RestClientFilter> earlier(RestClientBuilder builder) {
        return builder.getConfiguration().getInstances().stream()
                .filter(RestClientFilter.class::isInstance)
                .map(RestClientFilter.class::cast)
                .findFirst();
    }

    private static void share(RestClientFilter filter, RestClientMethods methods, boolean served) {
        Class<?> before = filter.methods().restClient();
        if (!before.equals(methods.restClient()) && (!served || !listed(before).equals(listed(methods.restClient())))) {
            throw methods.refusedAfter(before);
        }
        filter.methods().add(methods);
    }

    private static Optional<Account> listed(Class<?> restClient) {
        return Applications.current().ofRestClient(Binding.names(restClient));
    }

    /** The account of a filter or feature that the application has registered counts for more than the annotation. */
    private static Binding named(RestClientBuilder builder) {
        Binding named = Binding.NONE;
        for (Object component : builder.getConfiguration().getInstances()) {
            Binding next = Binding.of(component);
            if (next.account() != null) {
                next.requireAlike(named);
                named = next;
            }
        }
        return named;
    }

    /** Whether the application has registered the feature or a filter, on the builder or with {@code @RegisterProvider}. */
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
