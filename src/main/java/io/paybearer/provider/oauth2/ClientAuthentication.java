// SPDX-License-Identifier: Apache-2.0
package io.paybearer.provider.oauth2;

import io.paybearer.Secret;
import io.paybearer.spi.TokenRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How a client proves to an authorization server who it is (RFC 6749, section 2.3). Immutable, thread-safe. */
interface ClientAuthentication {

    /**
     * The request for a token.
     *
     * @param uri the token endpoint
     * @param fields what the request asks for; more may be added
     * @return the request, with the client's proof
     */
    TokenRequest request(URI uri, Map<String, String> fields);

    /** All parts of the client's credential, in a fixed order. */
    List<String> parts();

    /**
     * What may be wrong if the server does not accept the proof.
     *
     * @param keys makes the full key of a leaf
     * @return the middle of a sentence
     */
    default String advice(UnaryOperator<String> keys) {
        return "the server may expect another " + keys.apply("client-authentication");
    }

    /** A password in the header {@code Authorization}, both form-encoded first (section 2.3.1). */
    record Basic(String clientId, Secret secret) implements ClientAuthentication {

        @Override
        public TokenRequest request(URI uri, Map<String, String> fields) {
            Secret encoded = Secret.of(TokenRequest.formEncoded(secret.reveal()));
            return TokenRequest.form(uri, fields).basic(TokenRequest.formEncoded(clientId), encoded);
        }

        @Override
        public List<String> parts() {
            return List.of("basic", clientId, secret.reveal());
        }
    }

    /** A password in the form. */
    record Post(String clientId, Secret secret) implements ClientAuthentication {

        @Override
        public TokenRequest request(URI uri, Map<String, String> fields) {
            fields.put("client_id", clientId);
            fields.put("client_secret", secret.reveal());
            return TokenRequest.form(uri, fields);
        }

        @Override
        public List<String> parts() {
            return List.of("post", clientId, secret.reveal());
        }
    }

    /** The certificate of the connection (RFC 8705, section 2); the form names the client. */
    record Tls(String clientId) implements ClientAuthentication {

        @Override
        public TokenRequest request(URI uri, Map<String, String> fields) {
            fields.put("client_id", clientId);
            return TokenRequest.form(uri, fields);
        }

        @Override
        public List<String> parts() {
            return List.of("tls", clientId);
        }

        @Override
        public String advice(UnaryOperator<String> keys) {
            return "the server may not know the certificate of " + keys.apply("key-store") + ", or expect another "
                    + keys.apply("client-authentication");
        }
    }
}
