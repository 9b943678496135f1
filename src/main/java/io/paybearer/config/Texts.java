// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/**
 * The texts of MicroProfile Config. A text that cannot be read becomes a problem that names its key. The message of the
 * implementation is never passed on, since it may show the value. A blank text counts as missing.
 */
final class Texts {

    private final Config config;
    private final Problems problems;

    Texts(Config config, Problems problems) {
        this.config = config;
        this.problems = problems;
    }

    /** A text that is no secret. Expressions in it, such as {@code ${HOST}}, are expanded. */
    Optional<String> text(String key) {
        @Nullable ConfigValue value = value(key);
        if (value == null || withoutValue(value)) {
            problems.add(
                    key,
                    "its expression has no value; define the name that stands in it, or write a default: ${name:default}");
            return Optional.empty();
        }
        return filled(value);
    }

    /** A secret. It must read as it is written: a secret that contains an expression is a problem. */
    Optional<String> secret(String key) {
        @Nullable ConfigValue value = value(key);
        if (value == null || withoutValue(value) || expanded(value)) {
            problems.add(
                    key,
                    "its text contains '$' in a way that MicroProfile Config expands, so the secret would be read wrong;"
                            + " put it into a file and name that with " + key + Keys.FILE_SUFFIX);
            return Optional.empty();
        }
        return filled(value);
    }

    /**
     * The texts of all keys below one prefix, by leaf. Each key is looked up by its name, since not every source of
     * configuration lists what it has.
     *
     * @param prefix such as {@code paybearer.account.shop.}
     * @param leaves the leaves that there may be
     * @param secrets those among them that hold a secret
     */
    Map<String, String> below(String prefix, Set<String> leaves, Set<String> secrets) {
        Map<String, String> texts = new HashMap<>();
        for (String leaf : leaves) {
            String key = prefix + leaf;
            (secrets.contains(leaf) ? secret(key) : text(key)).ifPresent(text -> texts.put(leaf, text));
        }
        return Map.copyOf(texts);
    }

    /** Null if the implementation throws, as SmallRye does for {@code ${handler::text}} and for circular expressions. */
    private @Nullable ConfigValue value(String key) {
        try {
            return config.getConfigValue(key);
        } catch (RuntimeException messageMayShowTheValue) {
            return null;
        }
    }

    /** Whether the text is there but has no value, since its expression names something that is not defined. */
    private static boolean withoutValue(ConfigValue value) {
        @Nullable String raw = value.getRawValue();
        return value.getValue() == null && raw != null && !raw.isBlank();
    }

    /** Whether an expression makes the text that is read differ from the text that is written. */
    private static boolean expanded(ConfigValue value) {
        @Nullable String raw = value.getRawValue();
        return raw != null && !raw.equals(value.getValue()) && raw.indexOf('$') >= 0;
    }

    private static Optional<String> filled(ConfigValue value) {
        return Optional.ofNullable(value.getValue()).filter(text -> !text.isBlank());
    }
}
