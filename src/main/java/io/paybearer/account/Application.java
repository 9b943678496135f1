// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import io.paybearer.AccessToken;
import io.paybearer.AccessTokens;
import io.paybearer.PaybearerConfigException;
import io.paybearer.PaybearerException;
import io.paybearer.RequestRefusedException;
import io.paybearer.config.AccountConfig;
import io.paybearer.config.Nearest;
import io.paybearer.config.PaybearerConfig;
import io.paybearer.origin.BaseUri;
import io.paybearer.origin.UriIndex;
import io.paybearer.spi.AccountStatus;
import io.paybearer.spi.TokenListener;
import io.paybearer.token.TimeSource;
import io.paybearer.token.TokenKeepers;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The accounts of one application. Thread-safe. */
public final class Application implements AccessTokens, AutoCloseable {

    private final Map<String, Account> byName = new LinkedHashMap<>();
    private final Map<String, Account> byRestClient = new HashMap<>();
    private final UriIndex<Account> byUri;
    private final StoreChoice store;
    private final TokenKeepers keepers;
    private final Executor background;
    private final AsyncTokens async = new AsyncTokens();
    private final Listeners listeners;

    /**
     * Puts an application together.
     *
     * @param config its configuration
     * @param time both clocks
     * @param random from 0 to 1, spreads the nodes of a cluster
     * @param background runs renewals that nobody waits for
     */
    public Application(PaybearerConfig config, TimeSource time, DoubleSupplier random, Executor background) {
        this.background = background;
        this.listeners = new Listeners(this::statuses);
        this.store = new StoreChoice(config.store(), time);
        this.keepers = new TokenKeepers(store.shared(), time, random, background);
        Map<Account, List<BaseUri>> bases = new HashMap<>();
        for (AccountConfig account : config.accounts()) {
            Account made = new Account(account, keepers, time, listeners);
            byName.put(account.name(), made);
            for (String client : account.restClients()) {
                byRestClient.put(client, made);
            }
            bases.put(made, account.baseUris());
        }
        this.byUri = UriIndex.of(bases);
        listeners.addInstalled();
    }

    /**
     * Adds a listener, until the application ends.
     *
     * @param listener told of all accounts from now on
     */
    public void listen(TokenListener listener) {
        listeners.add(listener);
    }

    /**
     * What is known about the accounts.
     *
     * @return one status for each account, in the order of their names; no provider is asked
     */
    public List<AccountStatus> statuses() {
        return byName.values().stream().map(Account::status).toList();
    }

    /**
     * The application hands over the engine in which its nodes share tokens.
     *
     * @param engine asked at the first use; null if there is no engine
     * @return this
     * @throws io.paybearer.PaybearerConfigException if there is no engine and the configuration needs one
     */
    public Application shareThrough(@Nullable Supplier<?> engine) {
        boolean awaited = store.awaitsEngine();
        store.handOver(engine);
        if (awaited) {
            warmUp();
        }
        return this;
    }

    /** The application begins: tokens are obtained where the configuration says so, unless the store is still to come. */
    void begin() {
        if (!store.awaitsEngine()) {
            warmUp();
        }
    }

    /** The application has no tokens any more, and knows of no failures. */
    void startOver() {
        byName.values().forEach(Account::startOver);
    }

    private void warmUp() {
        for (Account account : byName.values()) {
            account.warmUp();
        }
    }

    /**
     * An account by its name.
     *
     * @param name the name; empty means the only account that is configured
     * @return the account
     * @throws RequestRefusedException if there is no such account, or if the name is empty and there are several
     */
    public Account account(String name) {
        return find(name).orElseThrow(() -> new RequestRefusedException(name, noSuchAccount(name)));
    }

    private Optional<Account> find(String name) {
        return name.isEmpty() && byName.size() == 1
                ? byName.values().stream().findFirst()
                : Optional.ofNullable(byName.get(name));
    }

    /**
     * All accounts.
     *
     * @return in the order of their names
     */
    public List<Account> accounts() {
        return List.copyOf(byName.values());
    }

    private String noSuchAccount(String name) {
        if (byName.isEmpty()) {
            return "no payment account is configured; set paybearer.account.<name>.provider and the provider's keys";
        }
        return name.isEmpty()
                ? "several payment accounts are configured, so one has to be named: " + byName.keySet()
                : "there is no payment account '" + name + "'; configured are " + byName.keySet() + remedy(name);
    }

    private String remedy(String name) {
        return Nearest.to(name, byName.keySet())
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("; correct the name, or add the account: its first key is paybearer.account." + name
                        + ".provider");
    }

    /**
     * Requires that the names which the code gives are those of accounts. Where no account is configured at all, nothing is
     * required: the application may be run without payments.
     *
     * @param names the names by the places where they stand, such as {@code @PaymentAccount("shop") on com.acme.Orders}
     * @throws PaybearerConfigException with all places whose name is not that of an account
     */
    public void requireAccounts(Map<String, String> names) {
        List<String> problems = names.entrySet().stream()
                .filter(named -> find(named.getValue()).isEmpty())
                .map(named -> named.getKey() + ": " + noSuchAccount(named.getValue()))
                .sorted()
                .toList();
        if (!problems.isEmpty() && !byName.isEmpty()) {
            throw new PaybearerConfigException(problems);
        }
    }

    /**
     * The account of a Rest Client by the key {@code rest-clients}.
     *
     * @param names the client's config key and interface name
     * @return the account
     */
    public Optional<Account> ofRestClient(Collection<String> names) {
        return names.stream().map(byRestClient::get).filter(Objects::nonNull).findFirst();
    }

    /**
     * The accounts of one provider.
     *
     * @param provider the provider's id
     * @return the accounts, in the order of their names
     */
    public List<Account> ofProvider(String provider) {
        return byName.values().stream()
                .filter(account -> account.isOf(provider))
                .toList();
    }

    /**
     * The accounts whose base URI covers a request best.
     *
     * @param uri the request's URI
     * @return none, one, or several that cover it equally well
     */
    public List<Account> covering(URI uri) {
        return byUri.find(uri);
    }

    @Override
    public AccessToken get(String account) {
        return account(account).headers().token();
    }

    @Override
    public CompletionStage<AccessToken> getAsync(String account) {
        try {
            Account found = account(account);
            @Nullable TokenHeaders ready = found.readyHeaders();
            return ready != null ? CompletableFuture.completedFuture(ready.token()) : async.get(found);
        } catch (PaybearerException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void invalidate(AccessToken token) {
        keepers.refuse(token);
    }

    /** Hands out no tokens from now on, and lets its threads go. Closing it again does nothing. */
    @Override
    public void close() {
        keepers.close();
        store.close();
        async.close();
        listeners.stop();
        if (background instanceof BackgroundThreads own) {
            own.shutdown();
        }
    }
}
