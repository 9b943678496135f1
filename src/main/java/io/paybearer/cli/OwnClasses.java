// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The jars and folders that {@code PAYBEARER_CLASSPATH} lists, in which the user's own providers are. As for Java, the character
 * between them is that of the system, and {@code folder/*} means all jars of a folder.
 */
final class OwnClasses {

    private static final String ALL_JARS = "*";

    private OwnClasses() {}

    /**
     * A class loader with what is listed.
     *
     * @throws CliException if an entry is not there; what stands there is not repeated, since it may be a secret
     */
    static URLClassLoader loader(Surroundings surroundings, @Nullable ClassLoader parent) {
        List<URL> places = new ArrayList<>();
        String[] entries = surroundings.variable(Variables.CLASSPATH).orElse("").split(File.pathSeparator, -1);
        for (int i = 0; i < entries.length; i++) {
            if (!entries[i].isBlank()) {
                places.addAll(places(entries[i].strip(), i + 1));
            }
        }
        return new URLClassLoader(places.toArray(URL[]::new), parent);
    }

    private static List<URL> places(String entry, int number) {
        try {
            boolean all = entry.endsWith(ALL_JARS);
            Path path = Path.of(all ? entry.substring(0, entry.length() - ALL_JARS.length()) : entry);
            if (all ? !Files.isDirectory(path) : !Files.exists(path)) {
                throw missing(number);
            }
            return all ? jars(path) : List.of(url(path));
        } catch (InvalidPathException noPath) {
            throw missing(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<URL> jars(Path folder) throws IOException {
        List<URL> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.{jar,JAR}")) {
            for (Path jar : found) {
                jars.add(url(jar));
            }
        }
        return jars;
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }

    private static CliException missing(int number) {
        return new CliException(
                ExitCode.CONFIGURATION,
                Variables.CLASSPATH + ": its entry number " + number
                        + " is not there; name jars, folders of classes, or"
                        + " all jars of a folder as folder" + File.separator + "*, with '" + File.pathSeparator
                        + "' between them");
    }
}
