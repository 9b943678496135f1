// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The stand-ins that are ready, with their merchants and the tokens that they have issued, and the user's own. Thread-safe. */
final class AllStandIns {

    private final Merchants merchants = new Merchants();
    private final IssuedTokens issued = new IssuedTokens();
    private final OAuth2Tokens oauth2Tokens = new OAuth2Tokens();
    private final List<StandIn> own = new CopyOnWriteArrayList<>();
    private final AtomicInteger privateKeys = new AtomicInteger();
    private final SandboxSettings settings;

    AllStandIns(SandboxSettings settings) {
        this.settings = settings;
    }

    List<Endpoint> endpoints(Supplier<URI> uri) {
        OAuth2Login login = new OAuth2Login(merchants, settings, () -> uri.get().resolve(OAuth2TokenEndpoint.PATH));
        return List.of(
                new PaymentsGateTokens(merchants, issued, settings, privateKeys),
                new PaymentsGateRefresh(issued, settings),
                new PaymentsGateApi(issued, settings),
                new TwoCheckoutSignature(merchants, settings),
                new TwoCheckoutRestApi(merchants, settings),
                new BorderlessAuthentication(merchants, settings),
                new BorderlessApi(merchants, settings),
                new OAuth2TokenEndpoint(login, oauth2Tokens, settings),
                new OAuth2Revocation(login, oauth2Tokens),
                new OAuth2Api(oauth2Tokens, settings),
                new StaticKeyApi(merchants));
    }

    /** The credentials that requests carry, as the page shows them. */
    ShownTokens shown() {
        return new ShownTokens(oauth2Tokens::end);
    }

    void register(SandboxMerchant merchant) {
        merchants.add(merchant);
        if (merchant instanceof OAuth2Client client) {
            giveRefreshToken(client);
        }
    }

    private void giveRefreshToken(OAuth2Client client) {
        if (client.refreshToken() != null) {
            OAuth2Scope scope = OAuth2Scope.of(client.scopes());
            oauth2Tokens.addRefreshToken(client.refreshToken(), OAuth2Grant.of(client, scope, ""));
        }
    }

    /** Refresh tokens of registered clients are as good as new. */
    void renewRefreshTokens() {
        merchants.all(OAuth2Client.class).forEach(this::giveRefreshToken);
    }

    void add(StandIn standIn) {
        own.add(standIn);
    }

    /** Forgets the merchants, and the stand-ins of the user's own. */
    void startOver() {
        merchants.clear();
        own.clear();
    }

    int privateKeysReceived() {
        return privateKeys.get();
    }

    int reusedRefreshTokens() {
        return issued.reused() + oauth2Tokens.reused();
    }

    void clearCounters() {
        privateKeys.set(0);
        issued.clearReused();
        oauth2Tokens.clearReused();
    }

    void revokeAccessTokens() {
        issued.revokeAccessTokens();
        oauth2Tokens.revokeAccessTokens();
        own.forEach(StandIn::revokeTokens);
    }

    void revokeRefreshTokens() {
        issued.revokeRefreshTokens();
        oauth2Tokens.revokeRefreshTokens();
    }
}
