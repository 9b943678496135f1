package io.paybearer.config;

import io.paybearer.spi.TokenIssuerProvider;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;

/**
 * The whole configuration, read once.
 *
 * @param accounts the accounts, in the order of their names
 * @param warnings what works but is probably not meant, each naming its key
 */
public record PaybearerConfig(List<AccountConfig> accounts, List<String> warnings) {

    /**
     * Reads it.
     *
     * @param config where from; not kept
     * @param providers the providers by id
     * @param clock the wall clock for minted tokens
     * @return the configuration
     * @throws io.paybearer.PaybearerConfigException with everything that is wrong
     */
    public static PaybearerConfig read(Config config, Map<String, TokenIssuerProvider> providers, InstantSource clock) {
        Problems problems = new Problems();
        Map<String, TokenIssuerProvider> providerByAccount = new LinkedHashMap<>();
        for (String account : new AccountNames(config, problems).find()) {
            provider(config, account, providers, problems)
                    .ifPresent(provider -> providerByAccount.put(account, provider));
        }
        List<AccountConfig> accounts = new ArrayList<>();
        providerByAccount.forEach((account, provider) -> {
            AccountValues values = AccountValues.read(config, account, provider, problems);
            new AccountReader(values, provider, clock, problems).read().ifPresent(accounts::add);
        });
        checkRestClients(accounts, problems);
        new UnknownKeys(providerByAccount).warn(config, problems);
        problems.throwIfAny();
        return new PaybearerConfig(List.copyOf(accounts), problems.warnings());
    }

    private static Optional<TokenIssuerProvider> provider(
            Config config, String account, Map<String, TokenIssuerProvider> providers, Problems problems) {
        String key = Keys.of(account, Keys.PROVIDER);
        Set<String> ids = new TreeSet<>(providers.keySet());
        Optional<String> id = config.getOptionalValue(key, String.class).map(String::strip);
        if (id.isEmpty()) {
            problems.add(key, "it is missing; set it to one of " + ids);
        } else if (!ids.contains(id.get())) {
            problems.add(key, "there is no provider '" + id.get() + "'"
                    + Nearest.to(id.get(), ids).map(near -> "; did you mean '" + near + "'?").orElse("; use one of " + ids));
        }
        return id.map(providers::get);
    }

    private static void checkRestClients(List<AccountConfig> accounts, Problems problems) {
        Map<String, String> owners = new LinkedHashMap<>();
        for (AccountConfig account : accounts) {
            for (String client : account.restClients()) {
                String other = owners.putIfAbsent(client, account.name());
                if (other != null && !other.equals(account.name())) {
                    problems.add(account.key(Keys.REST_CLIENTS), "the Rest Client '" + client
                            + "' is listed for the account '" + other + "' as well; leave it in one");
                }
            }
        }
    }
}
