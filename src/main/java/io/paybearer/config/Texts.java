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
 * Reads texts out of MicroProfile Config. What cannot be read is a problem that names its key; the messages of an
 * implementation, which may show the value, are never passed on. A blank text counts as a missing one.
 */
final class Texts {

    private final Config config;
    private final Problems problems;

    Texts(Config config, Problems problems) {
        this.config = config;
        this.problems = problems;
    }

    /** A text that is no secret; its expressions are expanded. */
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

    /** A secret, which is used as it is written or not at all. */
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

    /** Null if the implementation refuses: SmallRye throws on {@code ${handler::text}} and on circular expressions. */
    private @Nullable ConfigValue value(String key) {
        try {
            return config.getConfigValue(key);
        } catch (RuntimeException messageMayShowTheValue) {
            return null;
        }
    }

    /** A text whose expression names something that is not there has no value at all. */
    private static boolean withoutValue(ConfigValue value) {
        @Nullable String raw = value.getRawValue();
        return value.getValue() == null && raw != null && !raw.isBlank();
    }

    /** Whether the text as written and the text as read differ. */
    private static boolean expanded(ConfigValue value) {
        @Nullable String raw = value.getRawValue();
        return raw != null && !raw.equals(value.getValue()) && raw.indexOf('$') >= 0;
    }

    private static Optional<String> filled(ConfigValue value) {
        return Optional.ofNullable(value.getValue()).filter(text -> !text.isBlank());
    }
}
