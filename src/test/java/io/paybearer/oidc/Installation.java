// SPDX-License-Identifier: Apache-2.0
package io.paybearer.oidc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The folder {@code target/oidc}: the server's script, and the packages that it needs. npm puts them there once. */
final class Installation {

    private static final Path FOLDER = Path.of("target", "oidc").toAbsolutePath();

    /** npm writes it last. */
    private static final Path COMPLETE = FOLDER.resolve("node_modules/.package-lock.json");

    private static final Path LOCK = FOLDER.resolve("package-lock.json");
    private static final int LONGEST_MINUTES = 3;

    /** Why the tests are skipped; empty if they are not, null until it is known. */
    private static String obstacle;

    private Installation() {}

    /**
     * The folder in which {@code node server.js} starts the server. Without Node.js, npm or a network the tests are skipped.
     *
     * @return the folder
     */
    static synchronized Path folder() throws IOException {
        if (obstacle == null) {
            Files.createDirectories(FOLDER);
            obstacle = prepared();
        }
        assumeTrue(obstacle.isEmpty(), obstacle);
        return FOLDER;
    }

    private static String prepared() throws IOException {
        if (!succeeds("node", "-e", "process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)")) {
            return "there is no node from 18 on that can be started here; the tests against oidc-provider run on it";
        }
        copy("server.js", FOLDER.resolve("server.js"));
        if (complete()) {
            return "";
        }
        if (!succeeds("npm", "--version")) {
            return "npm cannot be started here; it installs oidc-provider for the tests against it";
        }
        return installed() ? "" : "npm could not install oidc-provider, which takes a network; see " + log("npm");
    }

    /** A program that can be started; on Windows npm is a script. */
    static String program(String name) {
        return File.separatorChar == '\\' && name.equals("npm") ? "npm.cmd" : name;
    }

    private static boolean complete() throws IOException {
        Path wanted = FOLDER.resolve("wanted.json");
        copy("package-lock.json", wanted);
        return Files.exists(COMPLETE) && Files.exists(LOCK) && Files.mismatch(LOCK, wanted) < 0;
    }

    private static boolean installed() throws IOException {
        Files.deleteIfExists(COMPLETE);
        copy("package.json", FOLDER.resolve("package.json"));
        copy("package-lock.json", LOCK);
        return succeeds(
                "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", "--fetch-retries=1");
    }

    /** What the program says is in its log. */
    private static boolean succeeds(String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.add(0, program(name));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log(name).toFile())
                    .start();
            return ended(process) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    static Path log(String name) {
        return FOLDER.resolve(name + ".log");
    }

    private static void copy(String resource, Path target) throws IOException {
        try (InputStream in = Installation.class.getResourceAsStream("/oidc/" + resource)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
