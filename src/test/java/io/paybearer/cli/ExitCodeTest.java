// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The exit codes are documented as they are. */
class ExitCodeTest {

    @Test
    void page_listsThem() throws Exception {
        String page = Files.readString(Path.of("src/docs/command-line.md"));

        for (String text : ExitCode.TEXTS) {
            String[] parts = text.split(":", 2);
            assertThat(page).contains("| " + parts[0] + " | " + parts[1] + " |");
        }
    }

    @Test
    void unexpectedFailure_isOne() {
        assertThat(ExitCode.of(new IllegalStateException("unexpected"))).isEqualTo(ExitCode.FAILED);
    }
}
