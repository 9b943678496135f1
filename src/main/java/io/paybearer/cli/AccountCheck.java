// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.AccessToken;
import io.paybearer.PaybearerException;
import io.paybearer.account.Account;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The result of checking one account.
 *
 * @param account the account
 * @param exitCode 0, or the exit code of the failure
 * @param finding the result for people
 * @param details the result for scripts
 */
record AccountCheck(Account account, int exitCode, String finding, Map<String, Object> details) {

    static AccountCheck offline(Account account) {
        return new AccountCheck(account, ExitCode.OK, "ok", Map.of());
    }

    static AccountCheck online(Account account, InstantSource clock) {
        long start = System.nanoTime();
        try {
            AccessToken token = account.headers().token();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return obtained(account, token, took, clock);
        } catch (PaybearerException e) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("obtained", false);
            details.put("error", Failures.members(e));
            return new AccountCheck(account, ExitCode.of(e), "FAILED: " + e.getMessage(), details);
        }
    }

    private static AccountCheck obtained(Account account, AccessToken token, Duration took, InstantSource clock) {
        boolean minted = account.config().issuer().minted();
        Duration life = Duration.between(clock.instant(), token.expiresAt());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("obtained", true);
        details.put("minted", minted);
        details.put("expiresAt", token.expiresAt().toString());
        details.put("millis", took.toMillis());
        String how = minted
                ? "minted here, the provider was not asked"
                : "from the provider, after " + took.toMillis() + " ms";
        return new AccountCheck(account, ExitCode.OK, "ok, a token for " + LifeText.of(life) + ": " + how, details);
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("account", account.name());
        members.put("provider", account.config().provider().id());
        members.put(
                "baseUris",
                account.config().baseUris().stream().map(String::valueOf).toList());
        members.putAll(details);
        return members;
    }
}
