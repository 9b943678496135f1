// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The exit codes are documented as they are. */
class ExitCodeTest {

    @Test
    void readme_listsThem() throws Exception {
        String readme = Files.readString(Path.of("README.md"));

        for (String text : ExitCode.TEXTS) {
            String[] parts = text.split(":", 2);
            assertThat(readme).contains("| " + parts[0] + " | " + parts[1] + " |");
        }
    }

    @Test
    void unexpectedFailure_isOne() {
        assertThat(ExitCode.of(new IllegalStateException("unexpected"))).isEqualTo(ExitCode.FAILED);
    }
}
