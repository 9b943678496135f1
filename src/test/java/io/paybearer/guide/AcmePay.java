// SPDX-License-Identifier: Apache-2.0
package io.paybearer.guide;

import io.paybearer.spi.AccountSettings;
import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenAnswer;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenIssuerProvider;
import io.paybearer.spi.TokenRequest;
import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** AcmePay's login wants two headers and answers {@code {"token": "…", "expires_at": "2026-01-01T12:00:00+0000"}}. */
public final class AcmePay implements TokenIssuerProvider {

    @Override
    public String id() {
        return "acmepay";
    }

    @Override
    public Set<String> keys() {
        return Set.of("client", "api-key", "token-uri");
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of("api-key");
    }

    @Override
    public TokenIssuer create(AccountSettings settings) {
        var client = settings.requiredText("client");
        var apiKey = settings.requiredSecret("api-key");
        var uri = settings.endpointUri("token-uri", "/api/v1/authentication/login");
        var endpoint = settings.tokenEndpoint();
        var clock = settings.clock();
        return new TokenIssuer() {
            @Override
            public List<String> credential() {
                return List.of(client, apiKey.reveal(), uri.toString());
            }

            @Override
            public IssuedToken issue() throws TokenRequestException {
                var login = TokenRequest.json(uri, Map.of()).header("x-client-id", client);
                var sent = clock.instant();
                var answer = endpoint.send(login.header("x-api-key", apiKey.reveal()));
                var members = TokenAnswer.parse(answer);
                var end = members.instant("expires_at").orElseThrow(() -> answer.unusable("it has no expires_at"));
                return new IssuedToken(members.requiredText("token"), Duration.between(sent, end));
            }
        };
    }
}
