// SPDX-License-Identifier: Apache-2.0
package io.paybearer.oidc;

import static io.paybearer.oidc.Accounts.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.TokenUnavailableException;
import io.paybearer.account.Application;
import io.paybearer.harness.Configured;
import io.paybearer.harness.TestTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that prove who they are by the certificate of their connection. */
class MutualTlsTest {

    private static final String ISSUED = "tls_client_auth";
    private static final String SELF_SIGNED = "self_signed_tls_client_auth";
    private static final StoredKey OF_THE_SERVER = StoredKey.generate();
    private static final StoredKey OF_THE_CLIENT = StoredKey.generate();

    @RegisterExtension
    static final OidcServer SERVER = OidcServer.knowing(List.of(
                    OidcClient.of(ISSUED)
                            .authenticating(ISSUED)
                            .with("tls_client_auth_subject_dn", "CN=localhost")
                            .with("tls_client_certificate_bound_access_tokens", true),
                    OidcClient.of(SELF_SIGNED).authenticating(SELF_SIGNED).with(OF_THE_CLIENT.certificate())))
            .secured(OF_THE_SERVER, OF_THE_CLIENT);

    private static String trusted;

    private final TestTime time = new TestTime();

    @RegisterExtension
    final Accounts accounts = new Accounts(time);

    @BeforeAll
    static void trustTheServer() throws Exception {
        trusted = Configured.secretFile(OF_THE_SERVER.pem());
    }

    private static Configured showing(StoredKey shown, String clientId) {
        return Accounts.of(SERVER.securedTokenUri(), clientId)
                .with("client-authentication", "tls")
                .with("trust-store", trusted)
                .with("key-store", shown.file().toString())
                .with("key-store-password", StoredKey.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {ISSUED, SELF_SIGNED})
    void certificate_thatTheServerKnows_isAccepted_forEachToken(String clientId) {
        Application application = accounts.start(showing(OF_THE_CLIENT, clientId));
        String first = application.get(Accounts.NAME).value();
        SERVER.pass(time, Duration.ofMinutes(10));
        String second = application.get(Accounts.NAME).value();

        assertThat(second).isNotEqualTo(first);
        assertThat(SERVER.token(second)).extracting("kind", "client").containsExactly("ClientCredentials", clientId);
    }

    @Test
    void token_isBoundToTheCertificateOfTheAccount() throws Exception {
        assertThat(SERVER.token(accounts.token(showing(OF_THE_CLIENT, ISSUED))))
                .extracting("certificate")
                .isEqualTo(OF_THE_CLIENT.thumbprint());
    }

    @ParameterizedTest
    @ValueSource(strings = {ISSUED, SELF_SIGNED})
    void certificate_thatTheServerDoesNotKnow_isRefused(String clientId) {
        TokenUnavailableException failure = accounts.failure(showing(StoredKey.generate(), clientId));

        assertThat(failure)
                .hasMessageStartingWith("account 'shop' has no token to send: POST " + SERVER.securedTokenUri()
                        + " answered 401 with the error invalid_client; the server may not know the certificate of "
                        + key("key-store") + ", or expect another " + key("client-authentication") + "; ")
                .hasMessageNotContaining(StoredKey.PASSWORD);
        assertThat(failure.retryable()).isFalse();
    }
}
