package io.paybearer.config;

import io.paybearer.spi.TokenIssuerProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/**
 * The texts that are configured for one account, taken out of MicroProfile Config once. Immutable, never printed.
 *
 * @param account the account's name
 * @param byLeaf the texts by leaf key; an empty text counts as a missing one
 */
record AccountValues(String account, Map<String, String> byLeaf) {

    AccountValues {
        byLeaf = Map.copyOf(byLeaf);
    }

    static AccountValues read(Config config, String account, TokenIssuerProvider provider, Problems problems) {
        Map<String, String> values = new HashMap<>();
        for (String leaf : Keys.of(provider)) {
            String key = Keys.of(account, leaf);
            ConfigValue value = config.getConfigValue(key);
            if (Keys.secret(provider, leaf) && expanded(value)) {
                problems.add(key, "its text contains '$' or a backslash, which MicroProfile Config expands, so the secret"
                        + " would be read wrong; put it into a file and name that with " + key + Keys.FILE_SUFFIX);
            } else if (value.getValue() != null && !value.getValue().isBlank()) {
                values.put(leaf, value.getValue());
            }
        }
        return new AccountValues(account, values);
    }

    /** Whether the text as written and the text as read differ. */
    private static boolean expanded(ConfigValue value) {
        @Nullable String raw = value.getRawValue();
        return raw != null && !raw.equals(value.getValue()) && raw.indexOf('$') >= 0;
    }

    Optional<String> get(String leaf) {
        return Optional.ofNullable(byLeaf.get(leaf));
    }

    @Override
    public String toString() {
        return "AccountValues[" + account + ", " + byLeaf.keySet() + "]";
    }
}
