package io.paybearer.config;

import io.paybearer.HeaderText;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenIssuerProvider;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Makes an account of its texts. */
final class AccountReader {

    private static final String HEADER_NAME = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

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
    Optional<AccountConfig> read() {
        int before = problems.count();
        SettingsReader settings = settings(problems);
        Optional<Duration> refreshMargin = settings.text(Keys.REFRESH_MARGIN)
                .map(text -> settings.duration(Keys.REFRESH_MARGIN, Duration.ZERO));
        boolean replay = settings.flag(Keys.REPLAY_UNAUTHORIZED, true);
        List<String> headers = tokenHeaders(settings);
        Optional<String> clientId = clientId(settings);
        Optional<ReloadingIssuer> issuer = made(settings, problems, before)
                .map(made -> new ReloadingIssuer(values.account(), made, this::madeAgain));
        return issuer.map(source -> new AccountConfig(
                values.account(),
                provider,
                settings.bases(),
                settings.text(Keys.REST_CLIENTS).map(CommaList::of).orElse(List.of()),
                headers,
                refreshMargin,
                replay,
                clientId,
                source));
    }

    private SettingsReader settings(Problems sink) {
        return new SettingsReader(values, provider.defaultBaseUri(), clock, sink);
    }

    private Optional<ReloadingIssuer.Made> madeAgain() {
        Problems ignored = new Problems();
        return made(settings(ignored), ignored, 0);
    }

    /** The issuer, empty if there were problems before or when it was made. */
    private Optional<ReloadingIssuer.Made> made(SettingsReader settings, Problems sink, int before) {
        try {
            TokenIssuer issuer = provider.create(settings);
            return sink.count() > before
                    ? Optional.empty()
                    : Optional.of(new ReloadingIssuer.Made(issuer, settings.secretFiles()));
        } catch (RuntimeException e) {
            if (sink.count() == before) {
                sink.add(Keys.of(values.account(), Keys.PROVIDER), "the provider '" + provider.id()
                        + "' cannot use the account's settings (" + e.getClass().getName() + ")");
            }
            return Optional.empty();
        }
    }

    private List<String> tokenHeaders(SettingsReader settings) {
        List<String> headers =
                settings.text(Keys.TOKEN_HEADERS).map(CommaList::of).orElseGet(provider::defaultTokenHeaders);
        for (String header : headers) {
            if (!header.matches(HEADER_NAME)) {
                settings.problem(Keys.TOKEN_HEADERS, "'" + header + "' is not the name of a header");
            }
        }
        if (headers.isEmpty()) {
            settings.problem(Keys.TOKEN_HEADERS, "it names no header, so no call would carry a token");
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
