// SPDX-License-Identifier: Apache-2.0
package io.paybearer.demo;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One file of {@code config-samples}, with one account.
 *
 * @param name the file's name
 * @param keys what it sets
 * @param account the account's name
 */
record SampleFile(String name, Map<String, String> keys, String account) {

    private static final Pattern PROVIDER = Pattern.compile("paybearer\\.account\\.([^.]+)\\.provider");

    static SampleFile read(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    "there is no " + file.toAbsolutePath() + "; run the demo in the project's own directory");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> keys = properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty));
        return new SampleFile(name, keys, onlyAccount(name, keys));
    }

    private static String onlyAccount(String name, Map<String, String> keys) throws IOException {
        var accounts = keys.keySet().stream()
                .map(PROVIDER::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
        if (accounts.size() != 1) {
            throw new IOException(name + " has the accounts " + accounts + ", the demo needs exactly one");
        }
        return accounts.get(0);
    }

    String provider() {
        return value("provider");
    }

    /** The account's setting. */
    String value(String leaf) {
        String value = keys.get(key(leaf));
        if (value == null) {
            throw new IllegalArgumentException(name + " does not set " + key(leaf));
        }
        return value;
    }

    boolean sets(String leaf) {
        return keys.containsKey(key(leaf));
    }

    String key(String leaf) {
        return "paybearer.account." + account + "." + leaf;
    }

    @Override
    public String toString() {
        return name;
    }
}
