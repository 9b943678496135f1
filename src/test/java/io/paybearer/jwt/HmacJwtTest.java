// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.Secret;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One signer serves all threads, and no token leaves a trace in the next. */
class HmacJwtTest {

    @Test
    void signer_usedAgain_signsAsANewOneDoes() {
        HmacJwt used = HmacJwt.hs512(Secret.of("word"));
        used.sign("{\"sub\":\"another\"}");

        assertThat(used.sign("{\"sub\":\"one\"}"))
                .isEqualTo(HmacJwt.hs512(Secret.of("word")).sign("{\"sub\":\"one\"}"));
    }

    @Test
    void signer_usedByManyThreadsAtOnce_signsAsByOne() {
        HmacJwt shared = HmacJwt.hs256(Secret.of("key"));
        List<String> expected = IntStream.range(0, 2_000)
                .mapToObj(i -> HmacJwt.hs256(Secret.of("key")).sign("{\"n\":" + i + "}"))
                .toList();

        assertThat(IntStream.range(0, 2_000)
                        .parallel()
                        .mapToObj(i -> shared.sign("{\"n\":" + i + "}"))
                        .toList())
                .isEqualTo(expected);
    }
}
