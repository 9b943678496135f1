// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

/** The store did not do what it was asked; nobody knows whether it will yet. */
final class StoreOutage extends Exception {

    private static final long serialVersionUID = 1L;

    StoreOutage(RuntimeException cause) {
        super(cause);
    }
}
