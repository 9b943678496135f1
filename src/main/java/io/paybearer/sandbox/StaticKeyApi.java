// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** An API whose merchants send a key that never changes, in one of several headers. Its answer names whom the call acted for. */
final class StaticKeyApi implements Endpoint {

    private static final String KEY_HEADER = "x-API-key";

    private final Merchants merchants;

    StaticKeyApi(Merchants merchants) {
        this.merchants = merchants;
    }

    @Override
    public Place place() {
        return Place.api(Provider.STATIC_KEY, "/static");
    }

    @Override
    public Reply answer(Call call) {
        StaticKeyMerchant merchant = known(call);
        for (String header : merchant.requiredHeaders()) {
            if (call.header(header).isEmpty()) {
                throw Refused.badRequest("no " + header + " header");
            }
        }
        String actedFor = Optional.ofNullable(merchant.tenantHeader())
                .flatMap(call::header)
                .orElse(merchant.name());
        return Reply.json(Map.of("actedFor", actedFor));
    }

    private StaticKeyMerchant known(Call call) {
        Optional<String> authorization = call.header("Authorization");
        Optional<String> key = call.header(KEY_HEADER);
        if (authorization.isPresent() && key.isPresent()) {
            throw Refused.badRequest("both Authorization and " + KEY_HEADER);
        }
        if (key.isPresent()) {
            return known(StaticKeyScheme.API_KEY, key.get(), any -> true);
        }
        if (authorization.filter(BasicCredentials::are).isPresent()) {
            BasicCredentials sent = BasicCredentials.parse(authorization.get());
            return known(StaticKeyScheme.BASIC, sent.password(), name -> name.equals(sent.name()));
        }
        return known(StaticKeyScheme.BEARER, call.bearerToken(), any -> true);
    }

    private StaticKeyMerchant known(StaticKeyScheme scheme, String key, Predicate<String> name) {
        return merchants
                .all(StaticKeyMerchant.class)
                .filter(merchant -> merchant.scheme() == scheme)
                .filter(merchant -> name.test(merchant.name()))
                .filter(merchant -> SameText.same(merchant.key(), key))
                .findFirst()
                .orElseThrow(() -> Refused.unauthorized("no merchant sends this key as " + scheme));
    }
}
