// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

/** A store that cannot be opened as it is configured. Its message says why, and shows no secret. */
final class StoreProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreProblem(String message) {
        super(message);
    }
}
