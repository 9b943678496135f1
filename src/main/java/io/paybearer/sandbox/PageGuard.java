// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rule that only the page itself and programs of this machine may read the page's data and change anything. A browser sends
 * requests of any website to a loopback port.
 */
final class PageGuard {

    private static final Pattern LOOPBACK =
            Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    /** Of the page, typed into the address bar, or of no browser at all. */
    private static final Set<String> SITES = Set.of("same-origin", "none", "");

    private PageGuard() {}

    /** Refuses a request for another host: a website can have its own name point to this machine (DNS rebinding). */
    static void requireLoopback(Call call) {
        if (!LOOPBACK.matcher(call.header("Host").orElse("")).matches()) {
            throw new Refused(403, "Host is not a loopback address; open the page at http://127.0.0.1 and its port");
        }
    }

    /** Refuses a request that a page of another origin has caused. Browsers say so in headers that no script can set. */
    static void requireSameSite(Call call) {
        String own = "http://" + call.header("Host").orElse("");
        boolean ownOrigin = call.header("Origin").orElse(own).equalsIgnoreCase(own);
        if (!ownOrigin || !SITES.contains(call.header("Sec-Fetch-Site").orElse(""))) {
            throw new Refused(403, "the request comes from a page of another origin");
        }
    }
}
