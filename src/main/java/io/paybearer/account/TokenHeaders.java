// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import io.paybearer.AccessToken;
import io.paybearer.config.ConstantHeaders;
import io.paybearer.token.HeldToken;
import java.util.List;

/**
 * The headers that carry an account's token: names and values side by side. Immutable. The account keeps them for a short
 * while and hands them out again, so that a request costs no allocation.
 */
public final class TokenHeaders {

    private static final String AUTHORIZATION = "Authorization";

    private final Account account;
    private final HeldToken held;
    private final List<String> names;
    private final List<String> values;
    private final ConstantHeaders constants;
    private final long fromMillis;
    private final long untilMillis;

    TokenHeaders(Account account, HeldToken held, ConstantHeaders constants, long fromMillis, long untilMillis) {
        this.account = account;
        this.held = held;
        this.names = account.config().tokenHeaders();
        this.values = values(names, held.accessToken());
        this.constants = constants;
        this.fromMillis = fromMillis;
        this.untilMillis = untilMillis;
    }

    private static List<String> values(List<String> names, AccessToken token) {
        String[] values = new String[names.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(names.get(i), token);
        }
        return List.of(values);
    }

    /** The {@code Authorization} header has a scheme (RFC 9110, section 11.6.2), other headers carry the bare token. */
    private static String value(String name, AccessToken token) {
        return name.equalsIgnoreCase(AUTHORIZATION) ? token.authorization() : token.value();
    }

    /** Whether the headers carry this token and go with these constant headers. */
    boolean carries(HeldToken token, ConstantHeaders others) {
        return held == token && constants == others;
    }

    /** Whether the headers can be handed out without another look at the token. False also when the wall clock was set back. */
    boolean holdsAt(long millis) {
        return millis >= fromMillis && millis < untilMillis && !held.rejected();
    }

    /**
     * Whose token the headers carry.
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
        return held.accessToken();
    }

    /**
     * The headers that go with the token.
     *
     * @return the account's constant headers
     */
    public ConstantHeaders constants() {
        return constants;
    }

    /**
     * How many headers carry the token.
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
        return "TokenHeaders[" + names + ", " + held + "]";
    }
}
