// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a new user has: a copy of this project that was never built, and a local Maven repository without it. */
final class Project {

    /** The project's folder. */
    static final Path FOLDER = Path.of("").toAbsolutePath();

    /** What is not there after the project was fetched. */
    private static final Set<String> MADE = Set.of("target", ".git", ".jqwik-database");

    private Project() {}

    /** Copies what the project consists of. */
    static Path copy(Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> parts = Files.list(FOLDER)) {
            for (Path part : parts.toList()) {
                if (!MADE.contains(part.getFileName().toString())) {
                    copyTree(part, to.resolve(part.getFileName()));
                }
            }
        }
        return to;
    }

    /** Copies a folder with all that is in it. */
    static void copyTree(Path from, Path to) throws IOException {
        Files.createDirectories(to.toAbsolutePath().getParent());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    /** Removes a folder with all that is in it; what links lead to stays. */
    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.delete(file);
                }
            }
        }
    }

    /** A local repository that shows the artifacts of another one, but keeps those of this project to itself. */
    static Path repository(Path to, Path known) throws IOException {
        link(known, to, "io");
        link(known.resolve("io"), to.resolve("io"), "paybearer");
        return to;
    }

    private static void link(Path known, Path to, String leftOut) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> entries = Files.list(known)) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (!name.equals(leftOut)) {
                    Files.createSymbolicLink(to.resolve(name), entry);
                }
            }
        }
    }
}
