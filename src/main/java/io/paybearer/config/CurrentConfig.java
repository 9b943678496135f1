// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.PaybearerConfigException;
import io.paybearer.spi.TokenIssuerProvider;
import java.net.URL;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The MicroProfile Config of the running application. No other package needs to know MicroProfile Config. */
public final class CurrentConfig {

    private static final int MOST_CAUSES = 20;

    private final Config config;

    CurrentConfig(Config config) {
        this.config = config;
    }

    /**
     * The configuration of the application that the current thread works for.
     *
     * @return the configuration
     * @throws PaybearerConfigException if there is no implementation of MicroProfile Config, or it does not work
     */
    public static CurrentConfig get() {
        try {
            return new CurrentConfig(ConfigProvider.getConfig());
        } catch (IllegalStateException | LinkageError | ServiceConfigurationError failure) {
            throw new PaybearerConfigException(List.of(without(failure)), List.of(), failure);
        }
    }

    private static String without(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; depth < MOST_CAUSES && root.getCause() != null; depth++) {
            root = root.getCause();
        }
        @Nullable URL present = implementation();
        return present == null
                ? "MicroProfile Config has no implementation here; outside a server add one to the class path, such as"
                        + " io.smallrye.config:smallrye-config (" + root + ")"
                : "the implementation of MicroProfile Config is here (" + present + "), but it failed: " + root
                        + "; a class that is missing, or is there in another version than it needs, belongs to a library that"
                        + " your build has chosen in the wrong version";
    }

    /** The file by which an implementation makes itself known; null if there is none. */
    private static @Nullable URL implementation() {
        String file = "META-INF/services/org.eclipse.microprofile.config.spi.ConfigProviderResolver";
        @Nullable ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        @Nullable URL found = ofThread == null ? null : ofThread.getResource(file);
        ClassLoader ours = CurrentConfig.class.getClassLoader();
        return found == null && ours != null ? ours.getResource(file) : found;
    }

    /**
     * The object that identifies the application, where several applications share this class.
     *
     * @return the same object for the same application
     */
    public Object identity() {
        return config;
    }

    /**
     * Reads the accounts and the store.
     *
     * @param providers the providers by id
     * @param stores the ids of the stores that the application brings
     * @param clock the wall clock for minted tokens
     * @return the configuration
     * @throws PaybearerConfigException with everything that is wrong
     */
    public PaybearerConfig read(Map<String, TokenIssuerProvider> providers, Set<String> stores, InstantSource clock) {
        return PaybearerConfig.read(config, providers, stores, clock);
    }

    /**
     * Whether a {@code rest-clients} key lists a Rest Client. The answer does not depend on other keys, so that a wrong one
     * does not disturb clients which have nothing to do with paybearer. A {@code rest-clients} key that cannot be read may mean
     * any client, so it counts as listing this one.
     *
     * @param names the client's config key and interface name
     * @return whether a key lists one of these names
     */
    public boolean mentionsRestClient(Set<String> names) {
        Problems problems = new Problems();
        PropertyNames listed = PropertyNames.of(config);
        Texts texts = new Texts(config, listed, problems);
        return restClientsKeys(listed, texts).stream()
                .anyMatch(key -> texts.text(key).map(TextForms::list).orElse(List.of()).stream()
                                .anyMatch(names::contains)
                        || problems.concernKey(key));
    }

    /** The {@code rest-clients} keys: those listed, and one for each account, since some sources list nothing or guess names. */
    private Set<String> restClientsKeys(PropertyNames listed, Texts texts) {
        Set<String> keys = new TreeSet<>();
        listed.keys().forEach(key -> keys.add(Keys.withoutIndex(key)));
        keys.removeIf(key -> !key.startsWith(Keys.ACCOUNT) || !key.endsWith("." + Keys.REST_CLIENTS));
        AccountNames.Found found = new AccountNames(listed, texts, new Problems()).find();
        found.usable().forEach(account -> keys.add(Keys.of(account, Keys.REST_CLIENTS)));
        return keys;
    }
}
