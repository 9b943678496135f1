// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.Map;
import java.util.function.Consumer;

/** What can be changed by a POST of JSON below {@code /sandbox}. A member that has no meaning is refused. */
final class PageActions {

    private static final long YEAR = 31_536_000;

    private final PaymentSandbox sandbox;
    private final RequestLog log;
    private final SwitchedFaults switched;
    private final Router router;
    private final Map<String, Consumer<PostedMembers>> actions = Map.of(
            "/faults", this::switchOn,
            "/faults/off", this::switchOff,
            "/settings", this::set,
            "/revoke", this::revoke,
            "/clear", this::clear);

    PageActions(PaymentSandbox sandbox, RequestLog log, SwitchedFaults switched, Router router) {
        this.sandbox = sandbox;
        this.log = log;
        this.switched = switched;
        this.router = router;
    }

    void act(Call call) {
        Consumer<PostedMembers> action = actions.get(call.path().replaceFirst("^" + PageHandler.BASE, ""));
        if (action == null) {
            throw new Refused(404, "the page has no such path");
        }
        call.requirePost();
        action.accept(new PostedMembers(call.json()));
    }

    private void switchOn(PostedMembers members) {
        members.requireNoOthers("path", "kind", "status", "seconds", "when");
        String path = members.text("path");
        if (router.find(path).provider() == Provider.NONE) {
            throw Refused.badRequest(
                    "path is none of a stand-in, such as /auth/token, so no request could meet the fault");
        }
        boolean always = members.oneOf("when", "next", "always").equals("always");
        switched.add(path, FaultKind.of(members), always);
    }

    private void switchOff(PostedMembers members) {
        members.requireNoOthers("id");
        if (!members.has("id")) {
            switched.clear();
        } else if (!switched.off(members.whole("id", 1, Integer.MAX_VALUE))) {
            throw new Refused(404, "no fault has this id; it may have been met already");
        }
    }

    private void set(PostedMembers members) {
        members.requireNoOthers(
                "tokenLifetimeSeconds", "clockBehindSeconds", "oauth2JwtAccessTokens", "oauth2TellsLifetime");
        SandboxSettings settings = sandbox.settings();
        // all are read before the first is set: a request that is refused has changed nothing
        Runnable lifetime = members.duration("tokenLifetimeSeconds", 1, YEAR, settings::tokenLifetime);
        Runnable behind = members.duration("clockBehindSeconds", -YEAR, YEAR, settings::clockBehind);
        Runnable jwt = members.flag("oauth2JwtAccessTokens", settings.oauth2()::jwtAccessTokens);
        Runnable tells = members.flag("oauth2TellsLifetime", settings.oauth2()::tellsLifetime);
        lifetime.run();
        behind.run();
        jwt.run();
        tells.run();
    }

    private void revoke(PostedMembers members) {
        members.requireNoOthers("tokens");
        if (members.oneOf("tokens", "access", "refresh").equals("access")) {
            sandbox.revokeAll();
        } else {
            sandbox.revokeRefreshTokens();
        }
    }

    private void clear(PostedMembers members) {
        members.requireNoOthers();
        log.clear();
    }
}
