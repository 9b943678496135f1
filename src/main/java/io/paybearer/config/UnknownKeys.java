package io.paybearer.config;

import io.paybearer.spi.TokenIssuerProvider;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;

/** Finds keys that nothing reads, most of which are misspelt. */
final class UnknownKeys {

    private static final Set<String> GLOBAL = Set.of(
            Keys.ACCOUNTS,
            Keys.STORE,
            Keys.STORE + ".jcache.provider",
            Keys.STORE + ".jcache.uri",
            Keys.STORE + ".jcache.cache",
            Keys.STORE + ".redis.uri",
            Keys.STORE + ".encryption-keys",
            Keys.STORE + ".encryption-keys" + Keys.FILE_SUFFIX);

    private final Set<String> known = new HashSet<>(GLOBAL);

    UnknownKeys(Map<String, TokenIssuerProvider> providerByAccount) {
        providerByAccount.forEach(
                (account, provider) -> Keys.of(provider).forEach(leaf -> known.add(Keys.of(account, leaf))));
    }

    void warn(Config config, Problems problems) {
        Set<String> names = new TreeSet<>();
        config.getPropertyNames().forEach(names::add);
        for (String key : names) {
            boolean ours = key.startsWith(Keys.ROOT) && !known.contains(key);
            if (ours && !names.contains(environmentName(key))) {
                problems.warn(key, "nothing reads this key" + suggestion(key));
            }
        }
    }

    private String suggestion(String key) {
        return Nearest.to(key, known).map(near -> "; did you mean " + near + "?").orElse("");
    }

    /** A Config implementation lists environment variables a second time, under names that it guesses. */
    private static String environmentName(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
