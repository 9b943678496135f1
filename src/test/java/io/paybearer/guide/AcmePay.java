// SPDX-License-Identifier: Apache-2.0
package io.paybearer.guide;

import io.paybearer.Secret;
import io.paybearer.spi.AccountSettings;
import io.paybearer.spi.EndpointAnswer;
import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenEndpoint;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenIssuerProvider;
import io.paybearer.spi.TokenRequestException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** AcmePay hands out a token for an API key: {@code {"token": "…", "expires_in": 900}}. */
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
    public Optional<URI> defaultBaseUri() {
        return Optional.of(URI.create("https://api.acmepay.example"));
    }

    @Override
    public TokenIssuer create(AccountSettings settings) {
        return new Issuer(
                settings.requiredText("client"),
                settings.requiredSecret("api-key"),
                settings.endpointUri("token-uri", "/oauth/token"),
                settings.tokenEndpoint());
    }

    private record Issuer(String client, Secret apiKey, URI tokenUri, TokenEndpoint endpoint) implements TokenIssuer {

        @Override
        public List<String> credential() {
            return List.of(client, apiKey.reveal(), tokenUri.toString());
        }

        @Override
        public IssuedToken issue() throws TokenRequestException {
            Map<String, String> headers = Map.of("X-Api-Key", apiKey.reveal());
            EndpointAnswer answer = endpoint.login(tokenUri, headers, Map.of("client", client));
            try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
                JsonObject json = reader.readObject();
                return new IssuedToken(json.getString("token"), Duration.ofSeconds(json.getInt("expires_in")));
            } catch (RuntimeException unusable) {
                throw answer.unusable("its body holds no usable token");
            }
        }
    }
}
