// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.spi.TokenIssuerProvider;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * The whole configuration, as it was read at the start.
 *
 * @param accounts the accounts, in the order of their names
 * @param store where tokens are kept
 * @param warnings what works but is probably not meant; each warning names its key
 */
public record PaybearerConfig(List<AccountConfig> accounts, StoreConfig store, List<String> warnings) {

    /**
     * Reads the configuration.
     *
     * @param config where the keys are; not kept
     * @param providers the providers by id
     * @param stores the ids of the stores that the application brings
     * @param clock the wall clock for minted tokens
     * @return the configuration
     * @throws io.paybearer.PaybearerConfigException with everything that is wrong
     */
    public static PaybearerConfig read(
            Config config, Map<String, TokenIssuerProvider> providers, Set<String> stores, InstantSource clock) {
        Problems problems = new Problems();
        Libraries.check(problems);
        PropertyNames names = PropertyNames.of(config);
        Texts texts = new Texts(config, names, problems);
        AccountNames.Found found = new AccountNames(names, texts, problems).find();
        EndpointReader endpoints = new EndpointReader();
        Map<String, Set<String>> leavesByAccount = new HashMap<>();
        List<AccountConfig> accounts = new ArrayList<>();
        for (String account : found.usable()) {
            Optional<AccountReader> reader = AccountReader.of(account, texts, providers, clock, problems);
            if (reader.isPresent()) {
                leavesByAccount.put(account, reader.get().leaves());
                Optional<AccountConfig> read = reader.get().read(endpoints, problems);
                if (read.isPresent()) {
                    accounts.add(read.get());
                }
            }
        }
        checkRestClients(accounts, problems);
        new RestClientNames(config, problems).check(accounts);
        StoreConfig store = new StoreReader(texts, stores, clock, problems).read();
        new Unread(found, leavesByAccount, names, problems).report();
        problems.throwIfAny();
        return new PaybearerConfig(List.copyOf(accounts), store, problems.warnings());
    }

    /**
     * The names of the accounts, whether or not these can be used.
     *
     * @param config where the keys are; not kept
     * @return the names in their order, without those that no account may have
     */
    public static Set<String> accountNames(Config config) {
        Problems problems = new Problems();
        PropertyNames names = PropertyNames.of(config);
        return new AccountNames(names, new Texts(config, names, problems), problems)
                .find()
                .usable();
    }

    private static void checkRestClients(List<AccountConfig> accounts, Problems problems) {
        Map<String, String> owners = new LinkedHashMap<>();
        for (AccountConfig account : accounts) {
            for (String client : account.restClients()) {
                String other = owners.putIfAbsent(client, account.name());
                if (other != null && !other.equals(account.name())) {
                    problems.add(
                            account.key(Keys.REST_CLIENTS),
                            "the Rest Client '" + client + "' is listed for the account '" + other
                                    + "' as well; name it for one of them alone");
                }
            }
        }
    }
}
