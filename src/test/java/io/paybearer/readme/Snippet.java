// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import io.paybearer.config.PaybearerConfig;
import io.paybearer.harness.Configured;
import io.paybearer.harness.TestMerchants;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/** A snippet of configuration, its secrets in files of this machine. */
final class Snippet {

    private static final Pattern EXPORT = Pattern.compile("(?m)^export (\\w+)=(.*)$");

    private final Map<String, String> keys = new HashMap<>();

    private Snippet() {}

    static Snippet ofProperties(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Snippet snippet = new Snippet();
        properties.stringPropertyNames().forEach(key -> snippet.with(key, properties.getProperty(key)));
        return snippet;
    }

    /** The variables that a shell script exports. */
    static Snippet ofShell(String script) {
        Snippet snippet = new Snippet();
        EXPORT.matcher(script).results().forEach(found -> snippet.with(found.group(1), found.group(2)));
        return snippet;
    }

    Snippet with(String key, String value) {
        keys.put(key, existing(key, value));
        return this;
    }

    PaybearerConfig readAsProperties() {
        return Reading.of(new PropertiesConfigSource(keys, "README.md", 500));
    }

    PaybearerConfig readAsVariables() {
        return Reading.of(new EnvConfigSource(keys, 300));
    }

    Configured configured() {
        Configured configured = Configured.nothing();
        keys.forEach(configured::key);
        return configured;
    }

    /** The files of the snippets are not there: they are replaced by ones that are. */
    private static String existing(String key, String value) {
        if (!value.startsWith("/run/secrets/") && !value.startsWith("/vault/secrets/")) {
            return value;
        }
        if (key.endsWith("encryption-keys-file")) {
            return Configured.secretFile("k1:" + Base64.getEncoder().encodeToString(new byte[32]));
        }
        return Configured.secretFile(key.endsWith("public-key-file") ? TestMerchants.PUBLIC_PEM : "a-secret-text");
    }
}
