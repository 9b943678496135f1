// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.paymentsgate;

import io.paybearer.Secret;
import io.paybearer.spi.BearerAnswers;
import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenEndpoint;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenRequest;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** An issuer that obtains tokens from PaymentsGate ({@code POST /auth/token} and {@code POST /auth/token/refresh}). */
final class PaymentsGateIssuer implements TokenIssuer {

    private final String accountId;
    private final String publicKey;
    private final URI tokenUri;
    private final URI refreshUri;
    private final TokenEndpoint endpoint;
    private final BearerAnswers answers;

    PaymentsGateIssuer(
            String accountId,
            String publicKey,
            URI tokenUri,
            URI refreshUri,
            TokenEndpoint endpoint,
            BearerAnswers answers) {
        this.accountId = accountId;
        this.publicKey = publicKey;
        this.tokenUri = tokenUri;
        this.refreshUri = refreshUri;
        this.endpoint = endpoint;
        this.answers = answers;
    }

    @Override
    public List<String> credential() {
        return List.of(accountId, publicKey, tokenUri.toString(), refreshUri.toString());
    }

    @Override
    public IssuedToken issue() throws TokenRequestException {
        Map<String, String> body = Map.of(PaymentsGate.ID_MEMBER, accountId, PaymentsGate.KEY_MEMBER, publicKey);
        return answers.token(endpoint.send(TokenRequest.json(tokenUri, body).ownErrors()));
    }

    /** The provider wants the previous access token beside the refresh token, even if the access token has expired. */
    @Override
    public IssuedToken refresh(IssuedToken previous) throws TokenRequestException {
        Secret refreshToken = previous.refreshToken();
        if (refreshToken == null) {
            throw new TokenRequestException(Kind.REFUSED, "there is no refresh token", null);
        }
        TokenRequest request = TokenRequest.json(refreshUri, Map.of("refresh_token", refreshToken.reveal()))
                .header("Authorization", "Bearer " + previous.accessToken().reveal());
        return answers.token(endpoint.send(request.ownErrors().sentOnce().uriFrom("refresh-uri")));
    }
}
