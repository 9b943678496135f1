// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.net.URI;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The authentication of clients at the OAuth 2.0 server (RFC 6749, section 2.3; RFC 7523). */
final class OAuth2Login {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final Merchants merchants;
    private final ClientAssertions assertions;

    OAuth2Login(Merchants merchants, SandboxSettings settings, Supplier<URI> tokenUri) {
        this.merchants = merchants;
        this.assertions = new ClientAssertions(settings, tokenUri);
    }

    /** The client that has sent a request. It must have shown in one way who it is, and in the way that is registered. */
    OAuth2Client client(Call call, FormBody form) {
        Optional<String> authorization = call.header("Authorization");
        Optional<String> secret = form.text("client_secret");
        Optional<String> assertion = form.text("client_assertion").or(() -> form.text("client_assertion_type"));
        if (Stream.of(authorization, secret, assertion)
                        .filter(Optional::isPresent)
                        .count()
                > 1) {
            throw Refused.badRequest("the client authenticates in more than one way");
        }
        OAuth2Client client = authorization
                .map(this::basic)
                .or(() -> secret.map(sent -> post(form, sent)))
                .or(() -> assertion.map(any -> jwt(form)))
                .orElseThrow(() -> Refused.unauthorized("the client does not authenticate"));
        if (!form.text("client_id").orElse(client.clientId()).equals(client.clientId())) {
            throw Refused.badRequest("client_id is another client's");
        }
        return client;
    }

    /** Id and secret are coded as in a form before they are coded for Basic. */
    private OAuth2Client basic(String authorization) {
        BasicCredentials sent = BasicCredentials.parse(authorization);
        OAuth2Client client =
                registered(FormBody.decoded(sent.name()), List.of(OAuth2Authentication.CLIENT_SECRET_BASIC));
        requireSecret(client, FormBody.decoded(sent.password()));
        return client;
    }

    private OAuth2Client post(FormBody form, String secret) {
        OAuth2Client client = registered(form.required("client_id"), List.of(OAuth2Authentication.CLIENT_SECRET_POST));
        requireSecret(client, secret);
        return client;
    }

    private OAuth2Client jwt(FormBody form) {
        if (!form.required("client_assertion_type").equals(JWT_BEARER)) {
            throw Refused.badRequest("client_assertion_type is not " + JWT_BEARER);
        }
        Jws jws = Jws.parse(form.required("client_assertion"));
        OAuth2Client client = registered(
                jws.claims().text("sub").orElse(""),
                List.of(OAuth2Authentication.CLIENT_SECRET_JWT, OAuth2Authentication.PRIVATE_KEY_JWT));
        requireSigned(jws, client);
        assertions.use(jws.claims(), client.clientId());
        return client;
    }

    private OAuth2Client registered(String id, List<OAuth2Authentication> ways) {
        OAuth2Client client =
                merchants.find(OAuth2Client.class, id).orElseThrow(() -> Refused.unauthorized("client is not known"));
        if (!ways.contains(client.authentication())) {
            throw Refused.unauthorized("client is registered for " + client.authentication());
        }
        return client;
    }

    private static void requireSecret(OAuth2Client client, String secret) {
        if (!SameText.same(client.credential(), secret)) {
            throw Refused.unauthorized("client's secret is wrong");
        }
    }

    private static void requireSigned(Jws jws, OAuth2Client client) {
        JsonObject header = jws.header();
        String alg = header.text("alg").orElse("");
        if (header.has("crit")) {
            throw Refused.unauthorized("assertion's header has crit");
        }
        if (client.keyId() != null && !header.text("kid").equals(Optional.of(client.keyId()))) {
            throw Refused.unauthorized("assertion's kid is not the client's key id");
        }
        if (client.authentication() == OAuth2Authentication.PRIVATE_KEY_JWT) {
            requireKey(jws, alg, PublicKeyPem.anyKey(client.credential()).orElseThrow());
        } else if (alg.equals("HS256")) {
            jws.requireSignature("HmacSHA256", client.credential());
        } else {
            throw Refused.unauthorized("assertion's alg is not HS256");
        }
    }

    private static void requireKey(Jws jws, String alg, PublicKey key) {
        SignatureAlgorithm algorithm = SignatureAlgorithm.named(alg)
                .filter(known -> known.fits(key))
                .orElseThrow(() -> Refused.unauthorized("assertion's alg does not fit the client's key"));
        jws.requireSignature(algorithm, key);
    }
}
