// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import com.azure.core.credential.SimpleTokenCache;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import org.keycloak.admin.client.resource.BearerAuthFilter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.utils.cache.CachedSupplier;
import software.amazon.awssdk.utils.cache.RefreshResult;

/**
 * What others do to put a valid token on a request: the part of each that keeps the token, called as its own client code calls
 * it. None of them finds an account or looks at the request's URI.
 */
@State(Scope.Thread)
public class PeersBenchmark {

    private static final String TOKEN = "a".repeat(400);
    private static final Duration LIFE = Duration.ofHours(10);
    private static final URI API = URI.create("https://api.example.com/v1");

    private final StubRequest request = new StubRequest(null, API);
    private final OAuth2Credentials google = OAuth2Credentials.create(
            new AccessToken(TOKEN, Date.from(Instant.now().plus(LIFE))));
    private final SimpleTokenCache azure =
            new SimpleTokenCache(() -> Mono.just(new com.azure.core.credential.AccessToken(
                    TOKEN, OffsetDateTime.now().plus(LIFE))));
    private final CachedSupplier<String> aws =
            CachedSupplier.builder(PeersBenchmark::awsToken).build();
    private final OAuth2AuthorizedClientManager spring = SpringPeer.manager(TOKEN, LIFE);
    private KeycloakPeer keycloak;
    private BearerAuthFilter keycloakFilter;

    private static RefreshResult<String> awsToken() {
        Instant end = Instant.now().plus(LIFE);
        return RefreshResult.builder("Bearer " + TOKEN)
                .staleTime(end)
                .prefetchTime(end.minusSeconds(300))
                .build();
    }

    @Setup
    public void start() throws IOException {
        keycloak = KeycloakPeer.start(TOKEN, LIFE);
        keycloakFilter = keycloak.filter();
    }

    @TearDown
    public void stop() {
        keycloak.close();
        aws.close();
    }

    private Object with(Object header) {
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, header);
        return request;
    }

    @Benchmark
    public Object googleAuth() throws IOException {
        request.reset();
        return with(
                google.getRequestMetadata(API).get(HttpHeaders.AUTHORIZATION).get(0));
    }

    @Benchmark
    public Object keycloakAdminClient() throws IOException {
        keycloakFilter.filter(request.reset());
        return request;
    }

    @Benchmark
    public Object awsCachedSupplier() {
        request.reset();
        return with(aws.get());
    }

    @Benchmark
    public Object springSecurity() {
        request.reset();
        OAuth2AuthorizeRequest wanted = OAuth2AuthorizeRequest.withClientRegistrationId(SpringPeer.REGISTRATION)
                .principal("merchant")
                .build();
        return with("Bearer " + spring.authorize(wanted).getAccessToken().getTokenValue());
    }

    @Benchmark
    public Object azureCore() {
        request.reset();
        return with("Bearer " + azure.getToken().block().getToken());
    }
}
