// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.harness.TestMerchants;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application whose callers' tokens the server verifies, with a jose4j of its own or without, and that brings ours. */
class JwtIT extends ServerTest {

    private static final String GUARDED = "guarded";

    private final RsaJsonWebKey key = key();

    @Deployment(name = GUARDED, testable = false, managed = false, order = 3)
    static WebArchive guarded() {
        return Archives.guarded(GUARDED);
    }

    private static RsaJsonWebKey key() {
        try {
            RsaJsonWebKey made = RsaJwkGenerator.generateJwk(2048);
            made.setKeyId("callers");
            return made;
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void trustTheKey() {
        String pem = TestMerchants.pem("PUBLIC KEY", key.getRsaPublicKey().getEncoded());
        server.configure(Map.of("mp.jwt.verify.publickey", pem));
    }

    @Test
    void verifiedCaller_isServed_withTheProvidersTokenOnTheCallThatFollows() throws JoseException {
        String caller = caller();
        deployed(GUARDED, () -> {
            assertThat(server.call(GUARDED + "/guarded", caller, 200)).startsWith("shop-assistant ");
            assertThat(checks().acceptedLast().header("Authorization"))
                    .hasSize(1)
                    .doesNotContain("Bearer " + caller);
        });
    }

    @Test
    void callerWithATokenOfSomebodyElse_isRefused() throws JoseException {
        String forged = signed(key());
        deployed(GUARDED, () -> server.call(GUARDED + "/guarded", forged, 401));
        assertThat(sandbox.received()).isEmpty();
    }

    private String caller() throws JoseException {
        return signed(key);
    }

    private static String signed(RsaJsonWebKey with) throws JoseException {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("https://issuer.example");
        claims.setSubject("1");
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        claims.setStringClaim("upn", "shop-assistant");
        claims.setStringListClaim("groups", List.of("merchant"));
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setHeader("typ", "JWT");
        token.setKeyIdHeaderValue(with.getKeyId());
        token.setKey(with.getPrivateKey());
        return token.getCompactSerialization();
    }
}
