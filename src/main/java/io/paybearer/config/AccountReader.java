// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.HeaderText;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenIssuerProvider;
import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes an account of its texts. */
final class AccountReader {

    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private final AccountValues values;
    private final TokenIssuerProvider provider;
    private final InstantSource clock;
    private final Problems problems;

    AccountReader(AccountValues values, TokenIssuerProvider provider, InstantSource clock, Problems problems) {
        this.values = values;
        this.provider = provider;
        this.clock = clock;
        this.problems = problems;
    }

    /** The account; empty if something is wrong, which is then among the problems. */
    Optional<AccountConfig> read(TrustStores trustStores) {
        SettingsReader settings = settings(trustStores, problems);
        Optional<Duration> refreshMargin =
                settings.text(Keys.REFRESH_MARGIN).map(text -> settings.duration(Keys.REFRESH_MARGIN, Duration.ZERO));
        boolean replay = settings.flag(Keys.REPLAY_UNAUTHORIZED, true);
        boolean redirectsAreOff = settings.flag(Keys.REDIRECTS_ARE_OFF, false);
        List<String> restClients =
                settings.text(Keys.REST_CLIENTS).map(CommaList::of).orElse(List.of());
        List<String> headers = tokenHeaders(settings);
        Optional<String> clientId = clientId(settings);
        Optional<ReloadingIssuer.Made> made = made(settings, problems);
        made.ifPresent(first -> check(settings, refreshMargin, first.issuer()));
        return made.map(first -> new AccountConfig(
                values.account(),
                provider,
                settings.bases(),
                restClients,
                headers,
                refreshMargin,
                replay,
                redirectsAreOff,
                clientId,
                settings.endpoint(),
                this::credentialKeys,
                new ReloadingIssuer(values.account(), first, sink -> made(settings(new TrustStores(), sink), sink))));
    }

    /** What somebody looks at whose credentials are refused: the keys that are there, not those that might be. */
    private List<String> credentialKeys() {
        return provider.keys().stream()
                .flatMap(key -> Stream.of(key, key + Keys.FILE_SUFFIX))
                .filter(key -> values.get(key).isPresent())
                .map(key -> Keys.of(values.account(), key))
                .sorted()
                .toList();
    }

    private void check(SettingsReader settings, Optional<Duration> refreshMargin, TokenIssuer issuer) {
        settings.hintAtUnread(provider.id());
        refreshMargin.ifPresent(margin -> checkMargin(settings, margin, issuer));
    }

    private SettingsReader settings(TrustStores trustStores, Problems sink) {
        return new SettingsReader(values, provider.defaultBaseUri(), clock, trustStores, sink);
    }

    /** The issuer, empty if there were problems with the account before or when it was made. */
    private Optional<ReloadingIssuer.Made> made(SettingsReader settings, Problems sink) {
        String prefix = Keys.of(values.account(), "");
        try {
            TokenIssuer issuer = provider.create(settings);
            return sink.concern(prefix)
                    ? Optional.empty()
                    : Optional.of(new ReloadingIssuer.Made(issuer, settings.secretFiles()));
        } catch (RuntimeException e) {
            if (!sink.concern(prefix)) {
                sink.add(
                        Keys.of(values.account(), Keys.PROVIDER),
                        "the provider '" + provider.id() + "' cannot use the account's settings ("
                                + e.getClass().getName() + ")");
            }
            return Optional.empty();
        }
    }

    /** How long an issued token lives is the provider's to say, a minted one can be looked at. */
    private static void checkMargin(SettingsReader settings, Duration margin, TokenIssuer issuer) {
        if (!issuer.minted()) {
            return;
        }
        try {
            Duration lifetime = issuer.issue().lifetime();
            if (margin.compareTo(lifetime) >= 0) {
                settings.problem(
                        Keys.REFRESH_MARGIN,
                        "it is " + margin.toSeconds() + " s, but the tokens live " + lifetime.toSeconds()
                                + " s only; lower it");
            }
        } catch (TokenRequestException | RuntimeException e) {
            settings.problem(
                    Keys.PROVIDER, "no token can be minted (" + e.getClass().getName() + ")");
        }
    }

    private List<String> tokenHeaders(SettingsReader settings) {
        List<String> headers =
                settings.text(Keys.TOKEN_HEADERS).map(CommaList::of).orElseGet(provider::defaultTokenHeaders);
        Set<String> distinct = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String header : headers) {
            if (!HEADER_NAME.matcher(header).matches()) {
                settings.problem(Keys.TOKEN_HEADERS, "'" + header + "' is not the name of a header; correct it");
            } else if (!distinct.add(header)) {
                settings.problem(Keys.TOKEN_HEADERS, "it names '" + header + "' twice; remove one");
            }
        }
        if (headers.isEmpty()) {
            settings.problem(
                    Keys.TOKEN_HEADERS,
                    "it names no header, so no call would carry a token; name one, or remove the key");
        }
        return headers;
    }

    private Optional<String> clientId(SettingsReader settings) {
        if (!provider.supportsClientId()) {
            return Optional.empty();
        }
        Optional<String> clientId = settings.text(Keys.CLIENT_ID);
        try {
            return clientId.map(id -> HeaderText.requireValue(id, "the child account"));
        } catch (IllegalArgumentException e) {
            settings.problem(Keys.CLIENT_ID, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
