package io.paybearer.config;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Finds the accounts: those listed in {@code paybearer.accounts}, or those that keys are named after.
 *
 * <p>Enumerated names that a Config implementation has derived from environment variables are guesses
 * ({@code PAYBEARER_ACCOUNT_SHOP_EU_PROVIDER} becomes {@code paybearer.account.shop.eu.provider}), so keys that come from
 * the environment alone name no account.
 */
final class AccountNames {

    private static final Pattern KEY = Pattern.compile("paybearer\\.account\\.([^.]+)\\.([a-z0-9-]+)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?");
    private static final String ENVIRONMENT = "PAYBEARER_ACCOUNT_";

    private final Config config;
    private final Problems problems;

    AccountNames(Config config, Problems problems) {
        this.config = config;
        this.problems = problems;
    }

    Set<String> find() {
        Set<String> names = new TreeSet<>();
        Set<String> environment = new TreeSet<>();
        listed(names);
        boolean explicit = !names.isEmpty();
        for (String key : config.getPropertyNames()) {
            Matcher matcher = KEY.matcher(key);
            if (key.startsWith(ENVIRONMENT)) {
                environment.add(key);
            } else if (!explicit && matcher.matches()) {
                names.add(matcher.group(1));
            }
        }
        names.removeIf(name -> !explicit && inventedFor(name, environment));
        names.removeIf(this::unusable);
        checkCollisions(names);
        checkOrphans(names, environment);
        return names;
    }

    private void listed(Set<String> names) {
        config.getOptionalValue(Keys.ACCOUNTS, String.class).ifPresent(list -> CommaList.of(list)
                .forEach(names::add));
    }

    /** A name that is there only because some environment variable was read with dots for its underscores. */
    private boolean inventedFor(String name, Set<String> environment) {
        String prefix = environmentName(name);
        boolean suspected = environment.stream().anyMatch(variable -> variable.startsWith(prefix));
        return suspected && config.getOptionalValue(Keys.of(name, Keys.PROVIDER), String.class).isEmpty();
    }

    private boolean unusable(String name) {
        boolean unusable = !NAME.matcher(name).matches();
        if (unusable) {
            problems.add(Keys.ACCOUNT + name, "an account's name has letters, digits, '-' and '_' only; rename it");
        }
        return unusable;
    }

    private void checkCollisions(Set<String> names) {
        Map<String, String> byVariable = new HashMap<>();
        for (String name : names) {
            String other = byVariable.putIfAbsent(environmentName(name), name);
            if (other != null) {
                problems.add(Keys.ACCOUNT + name, "the names '" + other + "' and '" + name
                        + "' are the same in environment variables (" + environmentName(name) + "…); rename one");
            }
        }
    }

    private void checkOrphans(Set<String> names, Set<String> environment) {
        environment.removeIf(variable -> names.stream().anyMatch(name -> variable.startsWith(environmentName(name))));
        if (!environment.isEmpty()) {
            problems.add(Keys.ACCOUNTS, "the environment variable " + environment.iterator().next()
                    + " belongs to no known account; list the accounts' names in PAYBEARER_ACCOUNTS");
        }
    }

    private static String environmentName(String account) {
        return ENVIRONMENT + account.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT) + "_";
    }
}
