// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import io.paybearer.harness.Configured;
import io.paybearer.harness.TestMerchants;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenRequestException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One token minted: by the issuers of paybearer, and by hand with the JDK alone. */
@State(Scope.Thread)
public class MintingBenchmark {

    private static final URI API = URI.create("https://api.example.com");

    private final TokenIssuer twoCheckout = issuer(TestMerchants.twoCheckout(API));
    private final TokenIssuer borderless = issuer(TestMerchants.borderless(API));
    private final RawJwt hs512 = new RawJwt("HmacSHA512", "HS512", TestMerchants.SECRET_WORD);
    private final RawJwt hs256 = new RawJwt("HmacSHA256", "HS256", TestMerchants.SECRET_KEY);

    private static TokenIssuer issuer(Map<String, String> account) {
        return Configured.account("minting")
                .with(account)
                .read(InstantSource.system())
                .accounts()
                .get(0)
                .issuer();
    }

    @Benchmark
    public Object hs512ByHand() throws GeneralSecurityException {
        long now = System.currentTimeMillis() / 1000;
        return hs512.sign(
                "{\"sub\":\"" + TestMerchants.MERCHANT_CODE + "\",\"iat\":" + now + ",\"exp\":" + (now + 1800) + "}");
    }

    @Benchmark
    public Object hs512() throws TokenRequestException {
        return twoCheckout.issue();
    }

    @Benchmark
    public Object hs256ByHand() throws GeneralSecurityException {
        long now = System.currentTimeMillis() / 1000;
        return hs256.sign("{\"issuer\":\"" + TestMerchants.ISSUER_ID + "\",\"iat\":" + now + "}");
    }

    @Benchmark
    public Object hs256() throws TokenRequestException {
        return borderless.issue();
    }
}
