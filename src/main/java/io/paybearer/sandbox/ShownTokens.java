// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A reader of the credentials that requests carry. It verifies nothing, and keeps no signature and no secret. */
final class ShownTokens {

    private static final List<String> HEADERS =
            List.of("Authorization", "merchant-token", "X-Avangate-Authentication", "x-API-key");
    private static final String ASSERTION = "client_assertion";

    private final Function<String, Optional<Instant>> ends;

    /** @param ends when an access token ends that does not say so itself */
    ShownTokens(Function<String, Optional<Instant>> ends) {
        this.ends = ends;
    }

    List<ShownToken> of(Call call, Provider provider) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        HEADERS.forEach(name -> call.headers()
                .getOrDefault(name, List.of())
                .forEach(value -> add(places, value.replaceFirst("^(?i:Bearer) ", ""), name)));
        assertion(call).ifPresent(token -> add(places, token, ASSERTION));
        List<ShownToken> shown = new ArrayList<>();
        places.forEach((text, names) -> shown.add(shown(text, names, provider)));
        return shown;
    }

    private static void add(Map<String, List<String>> places, String text, String place) {
        places.computeIfAbsent(text, unused -> new ArrayList<>()).add(place);
    }

    private static Optional<String> assertion(Call call) {
        try {
            return FormBody.of(call).text(ASSERTION);
        } catch (Refused noForm) {
            return Optional.empty();
        }
    }

    private ShownToken shown(String text, List<String> places, Provider provider) {
        if (text.regionMatches(true, 0, "Basic ", 0, 6)) {
            return new ShownToken(places, "basic", Map.of(), Optional.empty());
        }
        try {
            return places.contains("X-Avangate-Authentication") ? login(text, places) : jwt(text, places, provider);
        } catch (Refused unreadable) {
            return new ShownToken(places, "opaque", Map.of(), ends.apply(text));
        }
    }

    private static ShownToken login(String text, List<String> places) {
        TwoCheckoutLogin login = TwoCheckoutLogin.parse(text);
        Map<String, Object> said = Map.of(
                "code", ShownClaims.text(login.code()), "date", ShownClaims.text(login.date()), "algo", login.mac());
        return new ShownToken(
                places,
                "login",
                Map.of("claims", said),
                Optional.of(login.instant().plus(TwoCheckoutRestApi.FARTHEST)));
    }

    private static ShownToken jwt(String text, List<String> places, Provider provider) {
        Jws jws = Jws.parse(text);
        return new ShownToken(
                places,
                "jwt",
                Map.of("header", ShownClaims.of(jws.header()), "claims", ShownClaims.of(jws.claims())),
                end(jws.claims(), provider));
    }

    /** By {@code exp}, and by the age that the provider allows. */
    private static Optional<Instant> end(JsonObject claims, Provider provider) {
        Optional<Instant> exp = moment(claims, "exp");
        return switch (provider) {
            case TWO_CHECKOUT -> exp.or(() -> after(claims, TwoCheckoutSignature.DEFAULT_LIFETIME));
            case BORDERLESS ->
                after(claims, BorderlessApi.LIFETIME)
                        .map(latest -> exp.filter(latest::isAfter).orElse(latest));
            default -> exp;
        };
    }

    private static Optional<Instant> after(JsonObject claims, Duration age) {
        return moment(claims, "iat").map(issued -> issued.plus(age));
    }

    private static Optional<Instant> moment(JsonObject claims, String name) {
        try {
            return Optional.of(Validity.instant(claims, name));
        } catch (Refused noMoment) {
            return Optional.empty();
        }
    }
}
