// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A stand-in of an API for which you have written a provider: a login that gives out tokens, and an API that wants them. A subclass
 * says what a login has to carry, and how the answer reads. The rest is here: tokens that end and can be revoked, challenges, and the
 * record of all requests. Faults can be switched as with the others. Thread-safe if the subclass is.
 *
 * <pre>{@code
 * public final class AcmePayStandIn extends StandIn {
 *
 *     public AcmePayStandIn() {
 *         super("/login", "/acme");
 *     }
 *
 *     @Override
 *     protected Map<String, ?> login(StandInRequest request, String token, Instant end) {
 *         request.requireHeader("x-api-key", "sandbox-key");
 *         return Map.of("token", token, "expires_at", end.toString());
 *     }
 * }
 * }</pre>
 */
public abstract class StandIn {

    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
    private final Place login;
    private final Place api;

    /**
     * A stand-in.
     *
     * @param loginPath where tokens are given out, by POST, such as {@code /login}
     * @param apiPaths where the API is; all paths below these belong to it
     * @throws IllegalArgumentException if there is no path of the API, or if a path does not begin with a slash or ends with one
     */
    protected StandIn(String loginPath, String... apiPaths) {
        requirePath(loginPath);
        List.of(apiPaths).forEach(StandIn::requirePath);
        if (apiPaths.length == 0) {
            throw new IllegalArgumentException("a stand-in needs a path of its API beside that of its login");
        }
        login = Place.login(Provider.OWN, loginPath);
        api = Place.api(Provider.OWN, apiPaths);
    }

    /**
     * Judges a login, and answers it.
     *
     * @param request the request; its {@code require} methods refuse it
     * @param token a new token, which the API accepts once this method has returned
     * @param end when the token ends, by {@link SandboxSettings#tokenLifetime}
     * @return the members of the answer, a JSON object: texts and numbers
     */
    protected abstract Map<String, ?> login(StandInRequest request, String token, Instant end);

    /**
     * The token that a call of the API carries. It is that of {@code Authorization: Bearer …}, unless a subclass reads it elsewhere.
     *
     * @param request the call
     * @return the token
     */
    protected String token(StandInRequest request) {
        return request.bearerToken();
    }

    /**
     * Answers a call of the API that carries a token.
     *
     * @param request the call
     * @return the members of the answer, a JSON object: texts and numbers; none unless a subclass says otherwise
     */
    protected Map<String, ?> answer(StandInRequest request) {
        return Map.of();
    }

    List<Endpoint> endpoints(SandboxSettings settings) {
        return List.of(
                new Part(login, call -> loggedIn(call, settings)), new Part(api, call -> answered(call, settings)));
    }

    void revokeTokens() {
        tokens.clear();
    }

    private Reply loggedIn(Call call, SandboxSettings settings) {
        call.requirePost();
        String token = UUID.randomUUID().toString();
        Instant end = settings.now().plus(settings.tokenLifetime());
        Reply reply = Reply.json(login(new StandInRequest(call), token, end));
        tokens.put(token, end);
        return reply;
    }

    private Reply answered(Call call, SandboxSettings settings) {
        StandInRequest request = new StandInRequest(call);
        Instant end = tokens.get(token(request));
        if (end == null) {
            throw Refused.unauthorized("token was never issued, or is revoked");
        }
        if (!settings.now().isBefore(end)) {
            throw Refused.unauthorized("token has expired");
        }
        return Reply.json(answer(request));
    }

    private static void requirePath(String path) {
        if (!path.startsWith("/") || path.endsWith("/")) {
            throw new IllegalArgumentException("a path begins with a slash and does not end with one: '" + path + "'");
        }
    }

    /** One of the two places, and what answers there. */
    private record Part(Place place, Function<Call, Reply> answers) implements Endpoint {

        @Override
        public Reply answer(Call call) {
            return answers.apply(call);
        }
    }
}
