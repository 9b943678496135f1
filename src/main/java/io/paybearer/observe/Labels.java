// SPDX-License-Identifier: Apache-2.0
package io.paybearer.observe;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.paybearer.spi.AccountStatus;
import io.paybearer.spi.TokenEvent;
import io.paybearer.spi.TokenRequestException;
import java.util.Locale;

/** What metrics and spans are told apart by: account, provider and the kind of a failure, nothing else. */
final class Labels {

    private static final AttributeKey<String> ACCOUNT = AttributeKey.stringKey("paybearer.account");
    private static final AttributeKey<String> PROVIDER = AttributeKey.stringKey("paybearer.provider");

    /** The name that OpenTelemetry has for it. */
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    private Labels() {}

    static Attributes of(AccountStatus status) {
        return Attributes.of(ACCOUNT, status.account(), PROVIDER, status.provider());
    }

    static Attributes of(TokenEvent event) {
        TokenRequestException failure = event.failure();
        return failure == null
                ? Attributes.of(ACCOUNT, event.account(), PROVIDER, event.provider())
                : Attributes.of(ACCOUNT, event.account(), PROVIDER, event.provider(), ERROR, kind(failure));
    }

    private static String kind(TokenRequestException failure) {
        return failure.kind().name().toLowerCase(Locale.ROOT);
    }
}
