// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.junit;

import io.paybearer.sandbox.SandboxAccount;
import io.paybearer.sandbox.StandIn;
import io.paybearer.sandbox.kit.TestKit;
import io.paybearer.sandbox.kit.TestKitBuilder;
import org.junit.platform.commons.support.ReflectionSupport;

/** What a {@link PaybearerSandbox} says, as the description of a test kit. */
final class Annotated {

    private Annotated() {}

    static TestKitBuilder kit(PaybearerSandbox annotation) {
        TestKitBuilder kit = TestKit.builder();
        for (SandboxAccount account : SandboxAccount.values()) {
            kit.account(account, names(annotation, account));
        }
        for (Class<? extends StandIn> standIn : annotation.standIns()) {
            kit.standIn(ReflectionSupport.newInstance(standIn));
        }
        for (String key : annotation.keys()) {
            int separator = key.indexOf('=');
            if (separator <= 0) {
                throw new IllegalArgumentException("'" + key + "' is no key with a value: key=value");
            }
            kit.key(
                    key.substring(0, separator).strip(),
                    key.substring(separator + 1).strip());
        }
        return kit;
    }

    private static String[] names(PaybearerSandbox annotation, SandboxAccount account) {
        return switch (account) {
            case PAYMENTSGATE -> annotation.paymentsGate();
            case TWO_CHECKOUT -> annotation.twoCheckout();
            case BORDERLESS -> annotation.borderless();
            case BORDERLESS_PARTNER -> annotation.borderlessPartner();
            case TWO_CHECKOUT_REST -> annotation.twoCheckoutRest();
            case OAUTH2 -> annotation.oauth2();
            case OAUTH2_SIGNED -> annotation.oauth2Signed();
            case OAUTH2_REFRESH -> annotation.oauth2Refresh();
            case STATIC_BEARER -> annotation.staticBearer();
            case STATIC_BASIC -> annotation.staticBasic();
            case STATIC_API_KEY -> annotation.staticApiKey();
        };
    }
}
