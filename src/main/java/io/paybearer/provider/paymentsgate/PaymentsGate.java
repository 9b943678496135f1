// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.paymentsgate;

import io.paybearer.Secret;
import io.paybearer.spi.AccountSettings;
import io.paybearer.spi.BearerAnswers;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenIssuerProvider;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The provider {@code paymentsgate}: tokens from its token endpoint, renewed with refresh tokens. */
public final class PaymentsGate implements TokenIssuerProvider {

    /** Its id. */
    public static final String ID = "paymentsgate";

    private static final String ACCOUNT_ID = "account-id";
    private static final String PUBLIC_KEY = "public-key";
    private static final String CREDENTIALS = "credentials-file";

    /** What that file calls them. The token endpoint does too. */
    static final String ID_MEMBER = "account_id";

    static final String KEY_MEMBER = "public_key";

    private static final Duration USUAL_LIFETIME = Duration.ofHours(1);

    /** Makes the provider, as {@link java.util.ServiceLoader} does. */
    public PaymentsGate() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<String> keys() {
        return Set.of(ACCOUNT_ID, PUBLIC_KEY, CREDENTIALS, "token-uri", "refresh-uri");
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of(PUBLIC_KEY);
    }

    @Override
    public TokenIssuer create(AccountSettings settings) {
        Map<String, Secret> file = settings.members(CREDENTIALS, Set.of(ID_MEMBER, KEY_MEMBER));
        Login login = file.isEmpty() ? configured(settings) : downloaded(settings, file);
        URI tokenUri = settings.endpointUri("token-uri", "/auth/token");
        URI refreshUri = settings.endpointUri("refresh-uri", "/auth/token/refresh");
        BearerAnswers answers = new BearerAnswers(settings, USUAL_LIFETIME);
        return new PaymentsGateIssuer(
                login.accountId(), login.publicKey(), tokenUri, refreshUri, settings.tokenEndpoint(), answers);
    }

    private static Login configured(AccountSettings settings) {
        String accountId = settings.requiredText(ACCOUNT_ID);
        return new Login(accountId, encoded(settings, PUBLIC_KEY, settings.requiredSecret(PUBLIC_KEY)));
    }

    /** Two sources might name two merchants, so one of them is refused. */
    private static Login downloaded(AccountSettings settings, Map<String, Secret> file) {
        if (settings.text(ACCOUNT_ID).isPresent() || settings.secret(PUBLIC_KEY).isPresent()) {
            settings.problem(CREDENTIALS, "account-id or public-key is set too; keep the file alone, or both of them");
        }
        Secret none = Secret.of("");
        String accountId = file.getOrDefault(ID_MEMBER, none).reveal();
        return new Login(accountId, encoded(settings, CREDENTIALS, file.getOrDefault(KEY_MEMBER, none)));
    }

    private static String encoded(AccountSettings settings, String key, Secret publicKey) {
        try {
            String text = publicKey.reveal();
            return text.isEmpty() ? "" : PublicKeyPem.parse(text).encoded();
        } catch (IllegalArgumentException e) {
            settings.problem(key, String.valueOf(e.getMessage()));
            return "";
        }
    }

    /** What PaymentsGate wants to know of a merchant. */
    private record Login(String accountId, String publicKey) {

        @Override
        public String toString() {
            return "Login[hidden]";
        }
    }
}
