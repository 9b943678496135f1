// SPDX-License-Identifier: Apache-2.0
package io.paybearer.restclient;

import io.paybearer.ClientId;
import io.paybearer.PaybearerProperties;
import io.paybearer.PaymentAccount;
import io.paybearer.RequestRefusedException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an annotation on a Rest Client tells: the account of a request, or its child account. */
public enum Subject {
    /** {@code @PaymentAccount}. */
    ACCOUNT("account", PaybearerProperties.ACCOUNT, PaymentAccount.class) {
        @Override
        @Nullable String read(AnnotatedElement element) {
            PaymentAccount found = element.getAnnotation(PaymentAccount.class);
            return found == null ? null : found.value();
        }
    },

    /** {@code @ClientId}. */
    CHILD("child account", PaybearerProperties.CLIENT_ID, ClientId.class) {
        @Override
        @Nullable String read(AnnotatedElement element) {
            ClientId found = element.getAnnotation(ClientId.class);
            return found == null ? null : found.value();
        }
    };

    private final String what;
    private final String property;
    private final Class<? extends Annotation> annotation;

    Subject(String what, String property, Class<? extends Annotation> annotation) {
        this.what = what;
        this.property = property;
        this.annotation = annotation;
    }

    abstract @Nullable String read(AnnotatedElement element);

    /** What the annotation on an interface or a method says. */
    Said on(AnnotatedElement element) {
        String value = read(element);
        return value == null ? Said.NOTHING : new Said(value, MethodNames.of(element));
    }

    /**
     * The annotation's name.
     *
     * @return as in {@code @PaymentAccount}
     */
    public String annotation() {
        return "@" + annotation.getSimpleName();
    }

    /** The request property that counts for more than the annotation. */
    String property() {
        return property;
    }

    /**
     * Whether a type has this annotation.
     *
     * @param type the type
     * @return whether it does
     */
    public boolean isOn(Class<?> type) {
        return type.isAnnotationPresent(annotation);
    }

    /**
     * Whether an annotation carries this annotation itself.
     *
     * @param other the annotation
     * @return whether it does
     */
    public boolean isOn(Annotation other) {
        return other.annotationType().isAnnotationPresent(annotation);
    }

    /** What several annotations say: nothing, or one thing. */
    Said onlyOne(Iterable<Said> all, String request) {
        Said first = Said.NOTHING;
        for (Said said : all) {
            if (first.isSilent()) {
                first = said;
            } else if (!said.isSilent() && !said.agrees(first)) {
                throw refused(first, said, request);
            }
        }
        return first;
    }

    /** The refusal of a request of which the interfaces say two things. */
    RequestRefusedException refused(Said one, Said other, String request) {
        String both = Stream.of(one, other).map(this::shown).sorted().collect(Collectors.joining(", "));
        return new RequestRefusedException(
                "",
                "the " + what + " of " + request + " is not certain: " + both + "; put " + annotation()
                        + " on the method itself, or set the request property " + property);
    }

    private String shown(Said said) {
        return said.isSilent()
                ? "there is no " + annotation() + " on another way to it"
                : annotation(said) + " is on " + said.place();
    }

    private String annotation(Said said) {
        return annotation() + "(\"" + said.value() + "\")";
    }

    /** What several annotations say, by the places where they stand. */
    Map<String, String> places(Collection<Said> all) {
        Map<String, String> places = new TreeMap<>();
        for (Said said : all) {
            String value = said.value();
            if (value != null) {
                places.put(annotation(said) + " on " + said.place(), value);
            }
        }
        return places;
    }

    /**
     * What the annotations on a class, and on whatever it declares, say by the places where they stand.
     *
     * @param type the class
     * @param counts whether an annotated element counts
     * @return the values; empty if a class that it needs is missing
     */
    public Map<String, String> places(Class<?> type, Predicate<AnnotatedElement> counts) {
        try {
            List<Executable> executables = new ArrayList<>(List.of(type.getDeclaredMethods()));
            executables.addAll(List.of(type.getDeclaredConstructors()));
            return places(Stream.of(
                            Stream.of(type),
                            Stream.of(type.getDeclaredFields()),
                            executables.stream(),
                            executables.stream().flatMap(method -> Stream.of(method.getParameters())))
                    .<AnnotatedElement>flatMap(Function.identity())
                    .filter(counts)
                    .map(this::on)
                    .toList());
        } catch (LinkageError | TypeNotPresentException incomplete) {
            return Map.of();
        }
    }
}
