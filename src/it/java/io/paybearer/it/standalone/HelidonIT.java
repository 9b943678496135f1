// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Helidon MP. It serves all requests on virtual threads, which may wait. */
class HelidonIT extends StandaloneScenarios {

    @Test
    void unauthorized_isReplayedOnce_withANewToken() {
        checks().refuseOnce();

        assertThat(run("annotated-interface")).doesNotStartWith("failed").contains("actedFor");
        checks().calledAgainWithANewToken();
    }
}
