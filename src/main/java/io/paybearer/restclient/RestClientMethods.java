// SPDX-License-Identifier: Apache-2.0
package io.paybearer.restclient;

import io.paybearer.RequestRefusedException;
import java.lang.reflect.Method;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the interfaces of a Rest Client say about each of its methods that makes requests. A builder that makes several clients
 * gives all of them one filter, so the methods of all of them come together here. Thread-safe.
 */
public final class RestClientMethods {

    /** The request property in which every implementation names the method (MicroProfile Rest Client 3.0, section 3.4). */
    public static final String INVOKED = "org.eclipse.microprofile.rest.client.invokedMethod";

    /** The property of a client that says that its interfaces were looked at when it was made. */
    public static final String SEEN = "io.paybearer.seen";

    private final Class<?> restClient;
    private volatile Map<Subject, Map<Method, Said>> said;

    /**
     * The methods of one Rest Client.
     *
     * @param restClient its interface
     * @throws RequestRefusedException if its annotations cannot be honoured
     */
    public RestClientMethods(Class<?> restClient) {
        this.restClient = restClient;
        this.said = new EnumMap<>(Map.of(
                Subject.ACCOUNT, RestClientGraph.of(restClient, Subject.ACCOUNT),
                Subject.CHILD, RestClientGraph.of(restClient, Subject.CHILD)));
    }

    /**
     * The first Rest Client of the builder.
     *
     * @return its interface
     */
    public Class<?> restClient() {
        return restClient;
    }

    /**
     * Whether any method has an annotation that counts for it.
     *
     * @param subject which annotation
     * @return whether one has
     */
    public boolean name(Subject subject) {
        return of(subject).values().stream().anyMatch(each -> !each.isSilent());
    }

    /**
     * What the annotations say, by the places where they stand.
     *
     * @param subject which annotation
     * @return the values, for instance by {@code @PaymentAccount("shop") on com.acme.Orders}
     */
    public Map<String, String> places(Subject subject) {
        return subject.places(of(subject).values());
    }

    /**
     * What the annotations say about a request.
     *
     * @param methods the methods of its client, or null if the client was not seen when it was made
     * @param subject which annotation
     * @param invoked the value of {@link #INVOKED}, or null if no method makes the request
     * @return the account or child account, or null if there is no annotation
     * @throws RequestRefusedException if the method belongs to a client that was not seen
     */
    public static @Nullable String value(
            @Nullable RestClientMethods methods, Subject subject, @Nullable Object invoked) {
        if (!(invoked instanceof Method method)) {
            return null;
        }
        Said found = methods == null ? null : methods.of(subject).get(method);
        if (found != null) {
            return found.value();
        }
        if (methods == null
                && new Precedence(subject)
                        .of(method.getDeclaringClass(), List.of(method))
                        .isSilent()) {
            return null;
        }
        throw new RequestRefusedException(
                "",
                "what " + subject.annotation() + " says about " + MethodNames.of(method)
                        + " is not certain: the client was not seen when it was made; set the request property "
                        + subject.property());
    }

    /**
     * Adds the methods of another client that the same builder makes.
     *
     * @param other those methods
     * @throws RequestRefusedException if a method that both have belongs to another account there
     */
    public void add(RestClientMethods other) {
        Map<Subject, Map<Method, Said>> both = new EnumMap<>(Subject.class);
        for (Subject subject : Subject.values()) {
            Map<Method, Said> merged = new HashMap<>(of(subject));
            other.of(subject).forEach((method, now) -> {
                Said before = merged.putIfAbsent(method, now);
                if (before != null && !before.agrees(now)) {
                    throw other.refusedAfter(restClient);
                }
            });
            both.put(subject, Map.copyOf(merged));
        }
        said = both;
    }

    /**
     * The refusal of a client whose builder has made another one before.
     *
     * @param before the other one
     * @return the refusal
     */
    public RequestRefusedException refusedAfter(Class<?> before) {
        return new RequestRefusedException(
                "",
                "the builder of this " + restClient.getName() + " has made a " + before.getName()
                        + ", whose account would serve both; take another RestClientBuilder.newBuilder()");
    }

    private Map<Method, Said> of(Subject subject) {
        return said.getOrDefault(subject, Map.of());
    }
}
