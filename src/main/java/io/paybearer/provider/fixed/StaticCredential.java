// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.fixed;

import io.paybearer.Secret;
import io.paybearer.spi.AccountSettings;
import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenIssuerProvider;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * The provider {@code static}: a credential that stays as it is configured, such as an API key. It follows its file. After a 401 the
 * file is read again, and the call is sent once more if the file holds something else.
 */
public final class StaticCredential implements TokenIssuerProvider {

    /** Its id. */
    public static final String ID = "static";

    private static final String BASIC = "Basic";

    /** Where the credential stands alone. */
    private static final String NONE = "none";

    private static final List<String> SCHEMES = List.of(IssuedToken.BEARER, BASIC, NONE);

    /** Makes the provider, as {@link java.util.ServiceLoader} does. */
    public StaticCredential() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<String> keys() {
        return Set.of("secret", "scheme", "username");
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of("secret");
    }

    @Override
    public TokenIssuer create(AccountSettings settings) {
        Secret secret = settings.requiredSecret("secret");
        String scheme = scheme(settings);
        Secret sent = scheme.equals(BASIC) ? basic(username(settings), secret) : secret;
        String written = scheme.equals(NONE) ? "" : scheme;
        if (!secret.reveal().isEmpty()) {
            check(settings, sent, written);
        }
        return new Fixed(sent, written);
    }

    private static String scheme(AccountSettings settings) {
        String scheme = settings.text("scheme").orElse(IssuedToken.BEARER);
        return SCHEMES.stream().filter(scheme::equalsIgnoreCase).findFirst().orElseGet(() -> {
            settings.problem("scheme", "it is '" + scheme + "'; use one of " + SCHEMES);
            return IssuedToken.BEARER;
        });
    }

    private static String username(AccountSettings settings) {
        String username = settings.requiredText("username");
        if (username.indexOf(':') >= 0) {
            settings.problem(
                    "username", "a user name of Basic must not have a colon (RFC 7617, section 2); correct it");
        }
        return username;
    }

    private static Secret basic(String username, Secret password) {
        byte[] pair = (username + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return Secret.of(Base64.getEncoder().encodeToString(pair));
    }

    private static void check(AccountSettings settings, Secret sent, String scheme) {
        try {
            new IssuedToken(sent, null, IssuedToken.LONGEST_LIFETIME, scheme);
        } catch (IllegalArgumentException e) {
            settings.problem("secret", String.valueOf(e.getMessage()));
        }
    }

    /**
     * What is sent, always the same.
     *
     * @param sent the credential
     * @param scheme the scheme before it
     */
    private record Fixed(Secret sent, String scheme) implements TokenIssuer {

        @Override
        public List<String> credential() {
            return List.of(scheme, sent.reveal());
        }

        @Override
        public boolean minted() {
            return true;
        }

        @Override
        public IssuedToken issue() {
            return new IssuedToken(sent, null, IssuedToken.LONGEST_LIFETIME, scheme);
        }
    }
}
