// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** A file of properties in UTF-8, such as an application's {@code microprofile-config.properties}. */
record ConfigFile(Path path, int rank, Map<String, String> keys) implements ConfigSource {

    static ConfigFile read(Path path, int rank) {
        if (!Files.exists(path)) {
            throw new CliException(
                    ExitCode.CONFIGURATION,
                    "--config: there is no file of the name that was given as number " + (rank + 1)
                            + "; the name is not shown, since it may be a secret");
        }
        if (!Files.isRegularFile(path)) {
            throw unusable(path, Files.isDirectory(path) ? "is a directory" : "is not a regular file");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (CharacterCodingException e) {
            throw unusable(path, "is not in UTF-8");
        } catch (IOException e) {
            throw unusable(path, "cannot be read (" + e.getClass().getSimpleName() + ")");
        } catch (IllegalArgumentException e) {
            throw unusable(path, "has a backslash and a 'u' without four hexadecimal digits behind them");
        }
        return new ConfigFile(
                path,
                rank,
                properties.stringPropertyNames().stream()
                        .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty)));
    }

    private static CliException unusable(Path path, String why) {
        return new CliException(ExitCode.CONFIGURATION, "--config: " + path + " " + why);
    }

    @Override
    public Set<String> getPropertyNames() {
        return keys.keySet();
    }

    @Override
    public @Nullable String getValue(String key) {
        return keys.get(key);
    }

    /** The file ranks as an application's own file would. Of several files a later one wins. */
    @Override
    public int getOrdinal() {
        return keys.containsKey(CONFIG_ORDINAL) ? ConfigSource.super.getOrdinal() : DEFAULT_ORDINAL + rank;
    }

    @Override
    public String getName() {
        return path.toString();
    }

    @Override
    public String toString() {
        return "ConfigFile[" + path + "]";
    }
}
