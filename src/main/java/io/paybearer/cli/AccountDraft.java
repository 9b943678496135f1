// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.PaybearerConfigException;
import io.paybearer.config.PaybearerConfig;
import io.paybearer.spi.TokenIssuerProvider;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/**
 * The keys of an account that is being written. The library itself says which keys are missing: it reads what is there. Secrets are
 * files that need not be there yet. Used by one thread.
 */
final class AccountDraft {

    private static final Pattern MISSING = Pattern.compile("([a-z0-9-]+): it is missing; .*");
    private static final String FILE = "-file";

    /** A key that was mistyped. */
    private static final Predicate<String> IDLE =
            Pattern.compile(": (nothing reads|it has no effect)").asPredicate();

    private final String prefix;
    private final String account;
    private final TokenIssuerProvider provider;
    private final Path secrets;
    private final Map<String, String> leaves = new LinkedHashMap<>();

    /** A draft of an account whose secrets will be in files of this directory. */
    AccountDraft(String account, TokenIssuerProvider provider, Path secrets) {
        this.account = account;
        this.provider = provider;
        this.secrets = secrets;
        this.prefix = "paybearer.account." + account + ".";
        leaves.put("provider", provider.id());
    }

    /** Whether a key holds a secret. Such a key gets a file, not a value. */
    boolean secret(String leaf) {
        return provider.secretKeys().contains(leaf);
    }

    void put(String leaf, String value) {
        leaves.put(leaf, value);
    }

    /** The next key that is missing and no secret; the files of secrets are named on the way. */
    Optional<String> missing() {
        for (String problem : problems()) {
            Matcher matcher = MISSING.matcher(problem);
            if (matcher.matches() && !secret(matcher.group(1))) {
                return Optional.of(matcher.group(1));
            }
            if (matcher.matches()) {
                leaves.put(matcher.group(1) + FILE, file(matcher.group(1)).toString());
                return missing();
            }
        }
        return Optional.empty();
    }

    private Path file(String leaf) {
        return secrets.resolve(account + "-" + leaf);
    }

    /** The files that the secrets will be in. */
    List<String> files() {
        return leaves.entrySet().stream()
                .filter(leaf -> leaf.getKey().endsWith(FILE))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What is wrong with the account's keys, without their prefix; a file that is not there yet is not wrong. */
    List<String> problems() {
        ConfigProviderResolver resolver = ConfigProviderResolver.instance();
        Config config = resolver.getBuilder()
                .withSources(new DraftSource(prefix, leaves))
                .build();
        try {
            PaybearerConfig.read(config, Map.of(provider.id(), provider), Set.of(), InstantSource.system());
            return List.of();
        } catch (PaybearerConfigException wrong) {
            return Stream.concat(
                            wrong.problems().stream(), wrong.warnings().stream().filter(IDLE))
                    .filter(problem -> problem.startsWith(prefix))
                    .map(problem -> problem.substring(prefix.length()))
                    .filter(problem ->
                            !leaves.containsKey(problem.split(":", 2)[0]) || !problem.split(":", 2)[0].endsWith(FILE))
                    .toList();
        }
    }

    /** The keys as a file of properties has them. */
    String text() {
        StringBuilder text = new StringBuilder("# paybearer check --config FILE says what is missing or wrong.\n");
        leaves.forEach((leaf, value) -> text.append(prefix)
                .append(leaf)
                .append('=')
                .append(escaped(value))
                .append('\n'));
        return text.toString();
    }

    /** A backslash begins an escape in properties, and a dollar an expression of MicroProfile Config. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("$", "\\\\$");
    }
}
