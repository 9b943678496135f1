// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the page shows, as the members of a JSON object. The names of members are documented, so they stay. */
final class PageState {

    /** The endpoints whose path is one path; the others have many. */
    private static final List<String> FIXED_PATHS = List.of(
            PaymentsGateTokens.PATH,
            PaymentsGateRefresh.PATH,
            OAuth2TokenEndpoint.PATH,
            BorderlessAuthentication.PATH,
            TwoCheckoutSignature.PATH);

    private final PaymentSandbox sandbox;
    private final RequestLog log;
    private final SwitchedFaults switched;
    private final Map<SandboxAccount, String> accounts;

    PageState(PaymentSandbox sandbox, RequestLog log, SwitchedFaults switched, Map<SandboxAccount, String> accounts) {
        this.sandbox = sandbox;
        this.log = log;
        this.switched = switched;
        this.accounts = new LinkedHashMap<>(accounts);
    }

    Map<String, Object> members() {
        Instant now = sandbox.settings().now();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("uri", sandbox.uri().toString());
        members.put("now", now.toString());
        members.put("requestsReceived", log.count());
        members.put("requests", log.members(now));
        members.put("privateKeysReceived", sandbox.privateKeysReceived());
        members.put("reusedRefreshTokens", sandbox.reusedRefreshTokens());
        members.put("faults", switched.members());
        members.put("faultPaths", FIXED_PATHS);
        members.put("settings", settings());
        members.put("accounts", accounts());
        return members;
    }

    private Map<String, Object> settings() {
        SandboxSettings settings = sandbox.settings();
        return Map.of(
                "tokenLifetimeSeconds", settings.tokenLifetime().toSeconds(),
                "clockBehindSeconds", settings.clockBehind().toSeconds(),
                "oauth2JwtAccessTokens", settings.oauth2().jwtAccessTokens(),
                "oauth2TellsLifetime", settings.oauth2().tellsLifetime());
    }

    private List<Map<String, Object>> accounts() {
        List<Map<String, Object>> all = new ArrayList<>();
        accounts.forEach((account, name) -> {
            List<String> lines = new ArrayList<>();
            account.keys(name, sandbox.uri()).forEach((key, value) -> lines.add(key + "=" + value));
            all.add(Map.of("name", name, "kind", account.name(), "properties", lines));
        });
        return all;
    }
}
