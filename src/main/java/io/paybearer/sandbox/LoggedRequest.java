// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A request as the page shows it: no query, no body, of tokens what they say, of headers the values of a few. */
final class LoggedRequest {

    private static final Set<String> HARMLESS = Set.of(
            "accept",
            "accept-encoding",
            "connection",
            "content-length",
            "content-type",
            "client-id",
            "host",
            "user-agent");

    private final Map<String, Object> said = new LinkedHashMap<>();
    private final List<ShownToken> tokens;
    private volatile Reply reply = Reply.dropped("pending");

    LoggedRequest(int id, Instant receivedAt, Call call, Provider provider, List<ShownToken> tokens) {
        this.tokens = tokens;
        said.put("id", id);
        said.put("receivedAt", receivedAt.toString());
        said.put("provider", provider.name());
        said.put("method", call.method());
        said.put("path", call.path());
        said.put("headers", headers(call.headers()));
    }

    void decided(Reply decided) {
        // without the body, which may have a token
        reply = new Reply(decided.status(), Map.of(), -1, out -> {}, decided.verdict());
    }

    Map<String, Object> members(Instant now) {
        Reply current = reply;
        Map<String, Object> members = new LinkedHashMap<>(said);
        members.put("status", current.status());
        members.put("accepted", current.verdict().equals(Reply.ACCEPTED));
        members.put("verdict", current.verdict());
        members.put("tokens", tokens.stream().map(token -> token.members(now)).toList());
        return members;
    }

    private static Map<String, String> headers(Map<String, List<String>> headers) {
        Map<String, String> shown = new LinkedHashMap<>();
        headers.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            String value = HARMLESS.contains(lower) ? ShownClaims.text(String.join(", ", values)) : ShownClaims.HIDDEN;
            shown.put(lower, value);
        });
        return shown;
    }
}
