// SPDX-License-Identifier: Apache-2.0
package io.paybearer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaybearerConfigExceptionTest {

    @Test
    void problems_afterSerialisation_areThere() throws Exception {
        List<String> problems = List.of("paybearer.store: one", "paybearer.accounts: two");
        PaybearerConfigException exception = copy(new PaybearerConfigException(problems));

        assertThat(exception.problems()).isEqualTo(problems).isUnmodifiable();
        assertThat(exception).hasMessageContaining("2 problems").hasMessageContaining("paybearer.store: one");
        assertThat(exception.account()).isEmpty();
    }

    @Test
    void warnings_areToldApartFromProblems_andCountedByThemselves() throws Exception {
        List<String> warnings = List.of("paybearer.a: x", "paybearer.b: x", "paybearer.c: x", "paybearer.d: x");
        PaybearerConfigException exception =
                copy(new PaybearerConfigException(List.of("paybearer.store: one"), warnings));

        assertThat(exception.problems()).containsExactly("paybearer.store: one");
        assertThat(exception.warnings()).isEqualTo(warnings).isUnmodifiable();
        assertThat(exception.getMessage().lines())
                .startsWith(
                        "paybearer cannot start, 1 problem and 4 warnings in its configuration:",
                        "  - paybearer.store: one",
                        "  - warning: paybearer.a: x")
                .hasSize(6);
    }

    private static PaybearerConfigException copy(PaybearerConfigException exception)
            throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(exception);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (PaybearerConfigException) in.readObject();
        }
    }
}
