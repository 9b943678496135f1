// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.paymentsgate;

import io.paybearer.Secret;
import io.paybearer.http.TokenAnswer;
import io.paybearer.spi.EndpointAnswer;
import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenEndpoint;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** An issuer that obtains tokens from PaymentsGate ({@code POST /auth/token} and {@code POST /auth/token/refresh}). */
final class PaymentsGateIssuer implements TokenIssuer {

    private static final System.Logger LOG = System.getLogger("io.paybearer.provider.paymentsgate");
    private static final Duration USUAL_LIFETIME = Duration.ofHours(1);

    private final String accountId;
    private final String publicKey;
    private final URI tokenUri;
    private final URI refreshUri;
    private final TokenEndpoint endpoint;
    private final AtomicBoolean warned = new AtomicBoolean();

    PaymentsGateIssuer(String accountId, String publicKey, URI tokenUri, URI refreshUri, TokenEndpoint endpoint) {
        this.accountId = accountId;
        this.publicKey = publicKey;
        this.tokenUri = tokenUri;
        this.refreshUri = refreshUri;
        this.endpoint = endpoint;
    }

    @Override
    public List<String> credential() {
        return List.of(accountId, publicKey, tokenUri.toString(), refreshUri.toString());
    }

    @Override
    public IssuedToken issue() throws TokenRequestException {
        return token(endpoint.login(tokenUri, Map.of(), Map.of("account_id", accountId, "public_key", publicKey)));
    }

    /** The provider wants the previous access token beside the refresh token, even if the access token has expired. */
    @Override
    public IssuedToken refresh(IssuedToken previous) throws TokenRequestException {
        Map<String, String> headers =
                Map.of("Authorization", "Bearer " + previous.accessToken().reveal());
        Secret refreshToken = previous.refreshToken();
        if (refreshToken == null) {
            throw new TokenRequestException(Kind.REFUSED, "there is no refresh token", null);
        }
        return token(endpoint.post(refreshUri, headers, Map.of("refresh_token", refreshToken.reveal())));
    }

    private IssuedToken token(EndpointAnswer answer) throws TokenRequestException {
        TokenAnswer members = TokenAnswer.parse(answer);
        String accessToken = members.requiredText("access_token");
        try {
            return new IssuedToken(
                    Secret.of(accessToken),
                    members.text("refresh_token").map(Secret::of).orElse(null),
                    members.seconds("expires_in").orElseGet(this::usualLifetime));
        } catch (IllegalArgumentException e) {
            throw answer.unusable(String.valueOf(e.getMessage()));
        }
    }

    private Duration usualLifetime() {
        if (warned.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    "account_id {0}: the answer of {1} has no expires_in; taking one hour",
                    accountId,
                    tokenUri);
        }
        return USUAL_LIFETIME;
    }
}
