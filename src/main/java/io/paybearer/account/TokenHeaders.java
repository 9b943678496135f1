// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import io.paybearer.AccessToken;
import io.paybearer.token.HeldToken;
import java.util.List;

/**
 * An account's token as requests carry it, ready for a short while: header names and values side by side. Immutable; kept
 * and handed out again until it has to be looked at, so that a request costs no allocation.
 */
public final class TokenHeaders {

    private static final String AUTHORIZATION = "Authorization";

    private final Account account;
    private final HeldToken live;
    private final List<String> names;
    private final List<String> values;
    private final long fromMillis;
    private final long untilMillis;

    TokenHeaders(Account account, HeldToken live, long fromMillis, long untilMillis) {
        this.account = account;
        this.live = live;
        this.names = account.config().tokenHeaders();
        this.values =
                names.stream().map(name -> value(name, live.accessToken())).toList();
        this.fromMillis = fromMillis;
        this.untilMillis = untilMillis;
    }

    /** The {@code Authorization} header has a scheme (RFC 6750, section 2.1), other headers carry the bare token. */
    private static String value(String name, AccessToken token) {
        return name.equalsIgnoreCase(AUTHORIZATION) ? token.bearer() : token.value();
    }

    /** Whether it was made of this token: of a herd that waited for it, one caller makes the credential for all. */
    boolean carries(HeldToken token) {
        return live == token;
    }

    /** Whether it can be handed out without a look at the token; false as soon as the wall clock has moved oddly. */
    boolean holdsAt(long millis) {
        return millis >= fromMillis && millis < untilMillis && !live.rejected();
    }

    /**
     * Whose it is.
     *
     * @return the account
     */
    public Account account() {
        return account;
    }

    /**
     * The token.
     *
     * @return the token
     */
    public AccessToken token() {
        return live.accessToken();
    }

    /**
     * How many headers carry it.
     *
     * @return at least one
     */
    public int headers() {
        return names.size();
    }

    /**
     * The name of a header.
     *
     * @param index from 0
     * @return the name
     */
    public String name(int index) {
        return names.get(index);
    }

    /**
     * The value of a header.
     *
     * @param index from 0
     * @return the value, the same object on each call
     */
    public String value(int index) {
        return values.get(index);
    }

    @Override
    public String toString() {
        return "TokenHeaders[" + names + ", " + live + "]";
    }
}
