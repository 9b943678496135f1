// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a 401 says about the token that was sent ({@code WWW-Authenticate}, RFC 9110, section 11.6.1; RFC 6750, section 3). */
final class Challenges {

    private static final Pattern BEARER = Pattern.compile("(?:^|,)\\s*bearer(?:\\s|,|$)");
    private static final Pattern ERROR = Pattern.compile("[\\s,]error\\s*=\\s*\"?([a-z_]+)");

    private Challenges() {}

    /**
     * Whether the token itself was refused: the challenge for {@code Bearer} says {@code invalid_token} or nothing, or there is
     * no challenge at all. {@code insufficient_scope} is about what the token may do, another scheme about another credential.
     */
    static boolean refuseToken(@Nullable List<String> challenges) {
        if (challenges == null || challenges.isEmpty()) {
            return true;
        }
        String all = String.join(", ", challenges).toLowerCase(Locale.ROOT);
        Matcher error = ERROR.matcher(all);
        return BEARER.matcher(all).find() && (!error.find() || error.group(1).equals("invalid_token"));
    }
}
