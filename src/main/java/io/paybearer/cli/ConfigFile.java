// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Properties in UTF-8, such as an application's {@code microprofile-config.properties}. */
record ConfigFile(String name, int rank, Map<String, String> keys) implements ConfigSource {

    /** Far more than accounts need; a device or a pipe may never end. */
    private static final int LARGEST = 1024 * 1024;

    /**
     * Reads all of it.
     *
     * @param name the name for messages
     * @param rank of several files those with a higher rank win
     * @param in what is read
     * @throws CliException if it cannot be used as properties
     */
    static ConfigFile read(String name, int rank, InputStream in) {
        Properties properties = new Properties();
        try {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw unusable(name, "is longer than " + LARGEST + " bytes");
            }
            properties.load(new StringReader(text(bytes)));
        } catch (CharacterCodingException e) {
            throw unusable(name, "is not in UTF-8");
        } catch (IOException e) {
            throw unreadable(name, e);
        } catch (IllegalArgumentException e) {
            throw unusable(name, "has a backslash and a 'u' without four hexadecimal digits behind them");
        }
        return new ConfigFile(
                name,
                rank,
                properties.stringPropertyNames().stream()
                        .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty)));
    }

    /** The same without a list of accounts that has a key for each item; numbers that are not there would be missed. */
    ConfigFile unlisted() {
        return new ConfigFile(
                name,
                rank,
                keys.entrySet().stream()
                        .filter(key -> !key.getKey().startsWith(OwnKeys.ACCOUNTS + "["))
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    static CliException unusable(String name, String why) {
        return new CliException(ExitCode.CONFIGURATION, "--config: " + name + " " + why);
    }

    static CliException unreadable(String name, IOException failure) {
        return unusable(name, "cannot be read (" + failure.getClass().getSimpleName() + ")");
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
        return name;
    }

    @Override
    public String toString() {
        return "ConfigFile[" + name + "]";
    }
}
