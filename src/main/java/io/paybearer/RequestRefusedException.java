// SPDX-License-Identifier: Apache-2.0
package io.paybearer;

/** A request that must not carry the account's token: its origin is wrong, or its account does not exist or is ambiguous. */
public final class RequestRefusedException extends PaybearerException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal. The same request is refused again.
     *
     * @param account the account's name, empty where no single account is concerned
     * @param message what was refused and what to change; without path, query or secret
     */
    public RequestRefusedException(String account, String message) {
        super(account, false, message, null);
    }
}
