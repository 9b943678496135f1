// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of commands that need the configuration. */
final class ConfigOptions {

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description =
                    "a file of properties, such as your application's microprofile-config.properties; of several files a"
                            + " later one wins")
    private Path[] files = {};

    Session open() {
        return Session.of(files);
    }
}
