// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/**
 * The texts of MicroProfile Config. A text that cannot be read becomes a problem that names its key. The message of the
 * implementation is never passed on, since it may show the value. A blank text counts as missing.
 */
final class Texts {

    private final Config config;
    private final PropertyNames names;
    private final Problems problems;

    Texts(Config config, PropertyNames names, Problems problems) {
        this.config = config;
        this.names = names;
        this.problems = problems;
    }

    /** A text that is no secret. Expressions in it, such as {@code ${HOST}}, are expanded. */
    Optional<String> text(String key) {
        return whole(key, false);
    }

    /** A secret. It must read as it is written, or be one reference to a property that does. */
    Optional<String> secret(String key) {
        return whole(key, true);
    }

    /**
     * The texts of all keys below one prefix, by leaf. Each key is looked up by its name, since not every source of
     * configuration lists what it has. Keys such as {@code header.*} must be listed.
     *
     * @param prefix such as {@code paybearer.account.shop.}
     * @param leaves the leaves that there may be
     * @param secrets those among them that hold a secret
     */
    Map<String, String> below(String prefix, Set<String> leaves, Set<String> secrets) {
        Map<String, String> texts = new HashMap<>();
        for (String leaf : named(prefix, leaves)) {
            String key = prefix + leaf;
            Optional<String> text = whole(key, secrets.contains(leaf));
            if (text.isPresent()) {
                texts.put(leaf, text.get());
            }
        }
        return Map.copyOf(texts);
    }

    private Set<String> named(String prefix, Set<String> leaves) {
        Set<String> named = new TreeSet<>();
        for (String leaf : leaves) {
            if (leaf.endsWith(Keys.ANY)) {
                String start = leaf.substring(0, leaf.length() - Keys.ANY.length());
                for (String rest : names.below(prefix + start)) {
                    named.add(start + rest);
                }
            } else {
                named.add(leaf);
            }
        }
        return named;
    }

    /** The text of a key, or of a list with a key for each item, as YAML makes them: {@code base-uri[0]}, {@code base-uri[1]}. */
    private Optional<String> whole(String key, boolean secret) {
        Optional<String> text = one(key, secret);
        if (!Keys.list(key)) {
            return text;
        }
        List<String> items = items(key, secret);
        if (items.isEmpty()) {
            return text;
        }
        if (text.isPresent()) {
            problems.add(
                    key, "it is given both as a whole and as " + key + "[0]; remove one, or set the whole to nothing");
        }
        return Optional.of(TextForms.joined(items));
    }

    private List<String> items(String key, boolean secret) {
        List<String> items = new ArrayList<>();
        Optional<String> item = one(key + "[0]", secret);
        while (item.isPresent()) {
            items.add(item.get());
            item = one(key + "[" + items.size() + "]", secret);
        }
        Integer beyond = names.indices(key).higher(items.size());
        if (beyond != null) {
            problems.add(
                    key + "[" + beyond + "]",
                    "there is no " + key + "[" + items.size() + "]; number the items from 0 without a gap");
        }
        return items;
    }

    private Optional<String> one(String key, boolean secret) {
        return secret ? hidden(key) : plain(key);
    }

    private Optional<String> plain(String key) {
        @Nullable ConfigValue value = value(key);
        if (value == null || withoutValue(value)) {
            problems.add(
                    key,
                    "its expression has no value; define the name that stands in it, or write a default: ${name:default}");
            return Optional.empty();
        }
        return filled(value);
    }

    private Optional<String> hidden(String key) {
        @Nullable ConfigValue value = value(key);
        if (value == null || withoutValue(value) || (expanded(value) && !refers(value))) {
            problems.add(key, misread(value) + remedy(key));
            return Optional.empty();
        }
        return filled(value);
    }

    private static String misread(@Nullable ConfigValue value) {
        return value != null && reference(value) != null
                ? "it refers to a property that does not exist, or that has a '$' in its text"
                : "its text contains '$' in a way that MicroProfile Config expands, so the secret would be read wrong";
    }

    private static String remedy(String key) {
        return "; put it into a file and name that with " + Keys.withoutIndex(key) + Keys.FILE_SUFFIX
                + ", or put all of it into the environment variable " + PropertyNames.variable(key)
                + " if it has no '$'";
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

    /** Whether the text is {@code ${name}} as a whole, and what is read is that property as it is written there. */
    private boolean refers(ConfigValue value) {
        @Nullable String name = reference(value);
        @Nullable ConfigValue meant = name == null ? null : value(name);
        @Nullable String written = meant == null ? null : meant.getRawValue();
        return written != null && written.indexOf('$') < 0 && written.equals(value.getValue());
    }

    /** The name in {@code ${name}}; null if the text is anything else, such as {@code ${name:default}}. */
    private static @Nullable String reference(ConfigValue value) {
        String text = String.valueOf(value.getRawValue()).strip();
        if (!text.startsWith("${") || !text.endsWith("}")) {
            return null;
        }
        String name = text.substring(2, text.length() - 1);
        boolean plain = !name.isEmpty() && name.chars().noneMatch(c -> "${}:\\".indexOf(c) >= 0);
        return plain ? name : null;
    }

    private static Optional<String> filled(ConfigValue value) {
        @Nullable String text = value.getValue();
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
