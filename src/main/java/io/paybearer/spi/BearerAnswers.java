// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import io.paybearer.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads what the token endpoint of an account answers in the form of OAuth 2.0 (RFC 6749, section 5.1): {@code access_token}, {@code
 * token_type}, {@code expires_in}, {@code refresh_token}. Thread-safe.
 */
public final class BearerAnswers {

    private static final System.Logger LOG = System.getLogger("io.paybearer.spi");

    private final String account;
    private final InstantSource clock;
    private final Duration usual;
    private final AtomicBoolean warned = new AtomicBoolean();

    /**
     * A reader.
     *
     * @param settings the account
     * @param usual how long a token lives if neither {@code expires_in} nor, where it is a JWT, its {@code exp} says so. That is logged
     *     once, as a warning.
     */
    public BearerAnswers(AccountSettings settings, Duration usual) {
        this(settings.account(), settings.clock(), usual);
    }

    private BearerAnswers(String account, InstantSource clock, Duration usual) {
        this.account = account;
        this.clock = clock;
        this.usual = usual;
    }

    static BearerAnswers reading(String account, InstantSource clock, Duration usual) {
        return new BearerAnswers(account, clock, usual);
    }

    /**
     * The token of an answer.
     *
     * @param answer the answer
     * @return the token, with the refresh token that has come with it
     * @throws TokenRequestException if there is no token in it that can be used, or if its type is not {@code Bearer}
     */
    public IssuedToken token(EndpointAnswer answer) throws TokenRequestException {
        TokenAnswer members = TokenAnswer.parse(answer);
        String token = members.requiredText("access_token");
        if (!members.text("token_type").orElse("Bearer").equalsIgnoreCase("Bearer")) {
            throw answer.unusable("the token's type is not Bearer, the only one that can be sent");
        }
        Optional<Duration> said = members.seconds("expires_in");
        Secret refreshToken = members.text("refresh_token").map(Secret::of).orElse(null);
        try {
            Duration lifetime =
                    said.or(() -> JwtLifetime.of(token, clock.instant(), null)).orElseGet(this::usualLifetime);
            return new IssuedToken(Secret.of(token), refreshToken, lifetime);
        } catch (IllegalArgumentException e) {
            throw answer.unusable(String.valueOf(e.getMessage()));
        }
    }

    private Duration usualLifetime() {
        if (warned.compareAndSet(false, true)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "account ''{0}'': the token endpoint does not say how long its tokens live; taking {1} s",
                    account,
                    String.valueOf(usual.toSeconds()));
        }
        return usual;
    }
}
