// SPDX-License-Identifier: Apache-2.0
package io.paybearer.restclient;

import io.paybearer.ClientId;
import io.paybearer.PaybearerProperties;
import io.paybearer.PaymentAccount;
import io.paybearer.RequestRefusedException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
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
                : annotation() + "(\"" + said.value() + "\") is on " + said.place();
    }
}
