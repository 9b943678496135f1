// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.spi.AccountSettings;
import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenIssuerProvider;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A provider of a user, which is in no jar of paybearer. */
public final class OwnProvider implements TokenIssuerProvider {

    @Override
    public String id() {
        return "our-own";
    }

    @Override
    public Set<String> keys() {
        return Set.of("shop-number");
    }

    @Override
    public TokenIssuer create(AccountSettings settings) {
        String number = settings.requiredText("shop-number");
        return new TokenIssuer() {
            @Override
            public List<String> credential() {
                return List.of(number);
            }

            @Override
            public boolean minted() {
                return true;
            }

            @Override
            public IssuedToken issue() {
                return new IssuedToken("own-" + number, Duration.ofHours(1));
            }
        };
    }
}
