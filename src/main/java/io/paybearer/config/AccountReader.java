// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.http.EndpointSettings;
import io.paybearer.origin.HeaderText;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenIssuerProvider;
import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads one account from its texts. Immutable: after a secret file has changed, the same object makes the account's issuer
 * again.
 */
final class AccountReader {

    private final String account;
    private final TokenIssuerProvider provider;
    private final Map<String, String> texts;
    private final InstantSource clock;
    private final boolean tokensAreShared;

    /** The reader of an account whose texts are given by leaf. The clock dates minted tokens. */
    private AccountReader(
            String account,
            TokenIssuerProvider provider,
            Map<String, String> texts,
            InstantSource clock,
            boolean tokensAreShared) {
        this.account = account;
        this.provider = provider;
        this.texts = texts;
        this.clock = clock;
        this.tokensAreShared = tokensAreShared;
    }

    /** The reader of a configured account; empty if its provider is missing or unknown, which is then among the problems. */
    static Optional<AccountReader> of(
            String account,
            Texts source,
            Map<String, TokenIssuerProvider> providers,
            InstantSource clock,
            Problems problems) {
        String prefix = Keys.of(account, "");
        Leaves first = new Leaves(prefix, source.below(prefix, Set.of(Keys.PROVIDER), Set.of()), problems);
        Optional<TokenIssuerProvider> found = provider(first, providers);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        TokenIssuerProvider provider = found.get();
        Map<String, String> texts = source.below(prefix, Keys.of(provider), Keys.secrets(provider));
        boolean shared = !source.text(Keys.STORE).orElse(StoreConfig.MEMORY).equals(StoreConfig.MEMORY);
        return Optional.of(new AccountReader(account, provider, texts, clock, shared));
    }

    private static Optional<TokenIssuerProvider> provider(Leaves leaves, Map<String, TokenIssuerProvider> providers) {
        Set<String> ids = new TreeSet<>(providers.keySet());
        String id = leaves.requiredText(Keys.PROVIDER, "set it to one of " + ids);
        if (!id.isEmpty() && !ids.contains(id)) {
            String remedy = Nearest.to(id, ids)
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("use one of " + ids + ", or list the class of your own in META-INF/services/"
                            + TokenIssuerProvider.class.getName());
            leaves.problem(Keys.PROVIDER, "there is no provider '" + id + "'; " + remedy);
        }
        return Optional.ofNullable(providers.get(id));
    }

    /** The leaf keys that the account may have. */
    Set<String> leaves() {
        return Keys.of(provider);
    }

    /** The account; empty if something is wrong, which is then among the problems. */
    Optional<AccountConfig> read(EndpointReader endpoints, Problems problems) {
        SettingsReader settings = settings(endpoints, problems);
        Leaves leaves = settings.leaves();
        Optional<Duration> refreshMargin = leaves.duration(Keys.REFRESH_MARGIN);
        boolean replay = leaves.flag(Keys.REPLAY_UNAUTHORIZED, true);
        boolean warmUp = leaves.flag(Keys.WARM_UP, false);
        boolean readiness = leaves.flag(Keys.READINESS, true);
        boolean redirectsAreOff = leaves.flag(Keys.REDIRECTS_ARE_OFF, false);
        List<String> restClients = leaves.list(Keys.REST_CLIENTS).orElse(List.of());
        HeaderReader headers = new HeaderReader(leaves, provider);
        Optional<String> tenant = tenant(leaves, headers);
        Optional<Reloaded<Credentials>> credentials = credentials(settings, refreshMargin);
        if (credentials.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AccountConfig(
                account,
                provider,
                settings.uris().bases(),
                restClients,
                headers.tokens(),
                headers.tenantHeader(),
                tenant,
                refreshMargin,
                replay,
                redirectsAreOff,
                warmUp,
                readiness,
                settings.endpoint(),
                settings.uris().endpoints(),
                this::credentialKeys,
                credentials.get()));
    }

    private SettingsReader settings(EndpointReader endpoints, Problems problems) {
        Leaves leaves = new Leaves(Keys.of(account, ""), texts, problems);
        UriReader uris = new UriReader(leaves, provider.defaultBaseUri());
        EndpointSettings endpoint = endpoints.read(leaves);
        return new SettingsReader(account, clock, leaves, uris, endpoint, tokensAreShared);
    }

    /** The tenant by the provider's own key, or by a constant header. */
    private Optional<String> tenant(Leaves leaves, HeaderReader headers) {
        Optional<String> constant = headers.tenant();
        Optional<String> clientId = provider.defaultTenantHeader().isPresent() ? clientId(leaves) : Optional.empty();
        if (constant.isPresent() && clientId.isPresent()) {
            leaves.problem(Keys.CLIENT_ID, "a key header.… names the tenant, too; remove one of them");
        }
        return clientId.isPresent() ? clientId : constant;
    }

    private static Optional<String> clientId(Leaves leaves) {
        Optional<String> clientId = leaves.text(Keys.CLIENT_ID);
        try {
            return clientId.isEmpty()
                    ? clientId
                    : Optional.of(HeaderText.requireValue(clientId.get(), "the child account"));
        } catch (IllegalArgumentException e) {
            leaves.problem(Keys.CLIENT_ID, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Reloaded<Credentials>> credentials(SettingsReader settings, Optional<Duration> refreshMargin) {
        Leaves leaves = settings.leaves();
        Optional<Reloaded.Made<Credentials>> made = made(settings);
        leaves.text(Keys.PROVIDER); // was needed to find the provider, so it is not unread
        if (made.isEmpty()) {
            return Optional.empty();
        }
        leaves.hintAtUnread("on this account of the provider '" + provider.id() + "'");
        if (refreshMargin.isPresent()) {
            checkMargin(leaves, refreshMargin.get(), made.get().value().issuer());
        }
        return Optional.of(new Reloaded<>(
                "account '" + account + "'",
                made.get(),
                clock,
                problems -> made(settings(new EndpointReader(), problems))));
    }

    /** What follows the account's files, and those files; empty if anything is wrong with the account. */
    private Optional<Reloaded.Made<Credentials>> made(SettingsReader settings) {
        Leaves leaves = settings.leaves();
        try {
            TokenIssuer issuer = provider.create(settings);
            ConstantHeaders constants = new HeaderReader(leaves, provider).constants();
            Credentials credentials = new Credentials(issuer, constants, leaves.oddities());
            return leaves.failed() ? Optional.empty() : Optional.of(leaves.made(credentials));
        } catch (RuntimeException e) {
            if (!leaves.failed()) {
                leaves.problem(
                        Keys.PROVIDER,
                        "the provider '" + provider.id() + "' cannot use the account's settings ("
                                + e.getClass().getName() + ")");
            }
            return Optional.empty();
        } catch (LinkageError missing) {
            leaves.problem(
                    Keys.PROVIDER,
                    "the provider '" + provider.id()
                            + "' needs a class that is missing, or is there in another version (" + missing
                            + "); add the library that has it to the class path");
            return Optional.empty();
        }
    }

    /** Only a minted token can be looked at here; the lifetime of an issued token is the provider's to say. */
    private static void checkMargin(Leaves leaves, Duration margin, TokenIssuer issuer) {
        if (!issuer.minted()) {
            return;
        }
        try {
            Duration lifetime = issuer.issue().lifetime();
            if (margin.compareTo(lifetime) >= 0) {
                leaves.problem(
                        Keys.REFRESH_MARGIN,
                        "it is " + margin.toSeconds() + " s, but the tokens live " + lifetime.toSeconds()
                                + " s only; lower it");
            }
        } catch (TokenRequestException | RuntimeException e) {
            leaves.problem(
                    Keys.PROVIDER, "no token can be minted (" + e.getClass().getName() + ")");
        }
    }

    /** The provider's keys that are given, in full, without switches: what to look at when its credentials are refused. */
    private List<String> credentialKeys() {
        return provider.keys().stream()
                .flatMap(leaf -> Stream.of(leaf, leaf + Keys.FILE_SUFFIX))
                .filter(leaf -> texts.containsKey(leaf) && !TextForms.isSwitch(texts.getOrDefault(leaf, "")))
                .map(leaf -> Keys.of(account, leaf))
                .sorted()
                .toList();
    }
}
