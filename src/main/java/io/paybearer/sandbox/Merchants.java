// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The merchants that the stand-ins know. A merchant replaces an earlier one with the same id. Thread-safe. */
final class Merchants {

    private final Map<String, PaymentsGateMerchant> paymentsGate = new ConcurrentHashMap<>();
    private final Map<String, TwoCheckoutMerchant> twoCheckout = new ConcurrentHashMap<>();
    private final Map<String, BorderlessMerchant> borderless = new ConcurrentHashMap<>();

    void add(PaymentsGateMerchant merchant) {
        paymentsGate.put(merchant.accountId(), merchant);
    }

    void add(TwoCheckoutMerchant merchant) {
        twoCheckout.put(merchant.code(), merchant);
    }

    void add(BorderlessMerchant merchant) {
        borderless.put(merchant.issuerId(), merchant);
    }

    Optional<PaymentsGateMerchant> paymentsGate(String accountId) {
        return Optional.ofNullable(paymentsGate.get(accountId));
    }

    Optional<TwoCheckoutMerchant> twoCheckout(String code) {
        return Optional.ofNullable(twoCheckout.get(code));
    }

    Optional<BorderlessMerchant> borderless(String issuerId) {
        return Optional.ofNullable(borderless.get(issuerId));
    }
}
