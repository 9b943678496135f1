// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

/** One endpoint, or one family of endpoints, of a stand-in. */
interface Endpoint {

    Provider provider();

    /** Whether a path, not decoded, belongs to this endpoint. */
    boolean owns(String path);

    /** Whether a 401 of this endpoint carries a challenge: so for an API, not where tokens are handed out. */
    boolean challenges();

    /**
     * Judges and answers a request.
     *
     * @throws Refused if the request is not as the provider wants it
     */
    Reply answer(Call call);
}
