// SPDX-License-Identifier: Apache-2.0
package io.paybearer;

/** A request that must not carry the account's credential: wrong origin, no such account, or an ambiguous one. */
public final class RequestRefusedException extends PaybearerException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal; trying again changes nothing.
     *
     * @param account the account's name, empty where no single one is concerned
     * @param message what was refused and what to change, without path, query or secret
     */
    public RequestRefusedException(String account, String message) {
        super(account, false, message, null);
    }
}
