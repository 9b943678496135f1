// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that no answer can have. */
class FaultChecksTest {

    static Stream<Arguments> impossible() {
        return Stream.of(
                wrong(() -> Fault.status(99), "the status of an answer is from 200 to 599, not 99"),
                wrong(() -> Fault.status(0), "the status of an answer is from 200 to 599, not 0"),
                wrong(() -> Fault.status(100), "the status of an answer is from 200 to 599, not 100"),
                wrong(() -> Fault.status(600), "the status of an answer is from 200 to 599, not 600"),
                wrong(() -> Fault.status(-503), "the status of an answer is from 200 to 599, not -503"),
                wrong(() -> Fault.status(204, Map.of(), "text"), "an answer with status 204 has no body"),
                wrong(() -> Fault.status(304, Map.of(), "text"), "an answer with status 304 has no body"),
                wrong(() -> Fault.status(429, Map.of("Retry After", "1"), ""), "'Retry After' is no name of a header"),
                wrong(() -> Fault.status(429, Map.of("", "1"), ""), "'' is no name of a header"),
                wrong(
                        () -> Fault.status(429, Map.of("Retry-After", "1\r\nX: y"), ""),
                        "header Retry-After has a character that HTTP does not allow"),
                wrong(() -> Fault.redirect(200, "/"), "a redirect has status 301, 302, 303, 307 or 308, not 200"),
                wrong(() -> Fault.redirect(302, "/\n"), "header Location has a character that HTTP does not allow"),
                wrong(
                        () -> Fault.body("text/\u20ac", "text"),
                        "header Content-Type has a character that HTTP does not allow"),
                wrong(() -> Fault.hugeBody(0), "a huge body has more bytes than 0"),
                wrong(
                        () -> Fault.slowBody(new byte[1], Duration.ofMillis(-1)),
                        "a pause is not shorter than zero: PT-0.001S"),
                wrong(() -> Fault.delay(Duration.ofSeconds(-1)), "a pause is not shorter than zero: PT-1S"),
                wrong(
                        () -> Fault.drop().after(Duration.ofNanos(-1)),
                        "a pause is not shorter than zero: PT-0.000000001S"));
    }

    private static Arguments wrong(ThrowingCallable fault, String reason) {
        return arguments(fault, reason);
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void fault_thatNoAnswerCanHave_isRefusedWhenItIsMade(ThrowingCallable fault, String reason) {
        assertThatThrownBy(fault).isInstanceOf(IllegalArgumentException.class).hasMessage("Fault: " + reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 304, 400, 499, 599})
    void fault_withAStatusOfAnAnswer_isMade(int status) {
        assertThatCode(() -> Fault.status(status)).doesNotThrowAnyException();
    }
}
