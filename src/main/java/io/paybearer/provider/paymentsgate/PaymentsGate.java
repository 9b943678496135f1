// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.paymentsgate;

import io.paybearer.spi.AccountSettings;
import io.paybearer.spi.BearerAnswers;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenIssuerProvider;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** The provider {@code paymentsgate}: tokens from its token endpoint, renewed with refresh tokens. */
public final class PaymentsGate implements TokenIssuerProvider {

    /** Its id. */
    public static final String ID = "paymentsgate";

    private static final Duration USUAL_LIFETIME = Duration.ofHours(1);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<String> keys() {
        return Set.of("account-id", "public-key", "token-uri", "refresh-uri");
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of("public-key");
    }

    @Override
    public TokenIssuer create(AccountSettings settings) {
        String accountId = settings.requiredText("account-id");
        String publicKey =
                encodedKey(settings, settings.requiredSecret("public-key").reveal());
        URI tokenUri = settings.endpointUri("token-uri", "/auth/token");
        URI refreshUri = settings.endpointUri("refresh-uri", "/auth/token/refresh");
        BearerAnswers answers = new BearerAnswers(settings, USUAL_LIFETIME);
        return new PaymentsGateIssuer(accountId, publicKey, tokenUri, refreshUri, settings.tokenEndpoint(), answers);
    }

    private static String encodedKey(AccountSettings settings, String configured) {
        if (configured.isEmpty()) {
            return "";
        }
        try {
            return PublicKeyPem.parse(configured).encoded();
        } catch (IllegalArgumentException e) {
            settings.problem("public-key", String.valueOf(e.getMessage()));
            return "";
        }
    }
}
