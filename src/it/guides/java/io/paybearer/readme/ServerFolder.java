// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import java.io.IOException;
import java.nio.file.Path;

/** A server as it was unpacked, in a folder that is removed afterwards. */
record ServerFolder(Path parent) implements AutoCloseable {

    private static final Path UNPACKED = Path.of(System.getProperty("it.servers"));

    /** Copies what the build has unpacked. */
    static ServerFolder of(String server, Path parent) throws IOException {
        Project.copyTree(UNPACKED.resolve(server), parent.resolve(server));
        return new ServerFolder(parent);
    }

    @Override
    public void close() throws IOException {
        Project.remove(parent);
    }
}
