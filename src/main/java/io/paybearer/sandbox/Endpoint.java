// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.Map;

/** One endpoint, or one family of endpoints, of a stand-in. */
interface Endpoint {

    Place place();

    /**
     * Judges and answers a request.
     *
     * @throws Refused if the request is not as the provider wants it
     */
    Reply answer(Call call);

    /** The answer to a request that was refused, in the form that the provider has for errors. */
    default Reply refusal(Call call, Refused refused) {
        return refused.reply(Map.of("error", refused.reason()));
    }

    default Provider provider() {
        return place().provider();
    }
}
