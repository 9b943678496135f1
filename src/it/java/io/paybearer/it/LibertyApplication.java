// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it;

import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * An application of Open Liberty that may see the API of OpenTelemetry, which that server shows to those alone that ask for it
 * in their configuration. Arquillian cannot ask.
 */
final class LibertyApplication implements AutoCloseable {

    private static final long LONGEST_WAIT_SECONDS = 120;

    private final String name;
    private final Path server = Path.of(System.getProperty("it.server.home"), "usr", "servers", "it");

    LibertyApplication(String name, WebArchive archive) throws IOException, InterruptedException {
        this.name = name;
        Path war = Files.createDirectories(server.resolve("apps")).resolve(name + ".war");
        archive.as(ZipExporter.class).exportTo(war.toFile(), true);
        saying("CWWKZ000[13]I", () -> Files.writeString(configuration(), """
                <server>
                  <webApplication id="%s" location="%s.war">
                    <classloader apiTypeVisibility="+third-party"/>
                  </webApplication>
                </server>
                """.formatted(name, name)));
    }

    private Path configuration() throws IOException {
        return Files.createDirectories(server.resolve("configDropins/overrides"))
                .resolve(name + ".xml");
    }

    private interface Change {
        void make() throws IOException;
    }

    /** Changes something, and waits until the server's log says so once more. */
    private void saying(String message, Change change) throws IOException, InterruptedException {
        Path log = Path.of(System.getProperty("it.server.log"));
        try (WatchService watcher = log.getFileSystem().newWatchService()) {
            log.getParent().register(watcher, ENTRY_MODIFY);
            int before = said(message);
            change.make();
            while (said(message) <= before) {
                WatchKey written = watcher.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
                if (written == null) {
                    throw new AssertionError(name + ": the server did not say " + message);
                }
                written.pollEvents();
                written.reset();
            }
        }
    }

    private int said(String message) {
        return Server.log().split(message + ": [^\n]*" + name + "[^\n]*", -1).length;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        saying("CWWKZ0009I", () -> Files.delete(configuration()));
    }
}
