// SPDX-License-Identifier: Apache-2.0
package io.paybearer.observe;

import io.paybearer.account.Account;
import io.paybearer.account.Application;
import io.paybearer.account.Applications;
import io.paybearer.spi.AccountStatus;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * The readiness check {@code paybearer}: down while some account has no token because the last attempt to obtain one has failed, up
 * otherwise. It waits for no provider; while an account fails, it has another attempt made in the background as often as the pauses
 * between attempts allow. Its data is the state of each account, such as {@code valid} or
 * {@code renewal failing}. It has no scope, so that only {@link HealthExtension} makes it a bean.
 */
@Readiness
public class ReadinessCheck implements HealthCheck {

    /** Looked up once: checks may run on threads that belong to no application. */
    private final Application application = Applications.current();

    /** Made by the container. */
    public ReadinessCheck() {}

    @Override
    public HealthCheckResponse call() {
        Map<String, Object> data = new LinkedHashMap<>();
        boolean failing = false;
        for (Account account : application.accounts()) {
            AccountStatus status = account.status();
            data.put(status.account(), text(status));
            failing |= status.state().failing() && account.countsForReadiness();
            account.recover();
        }
        HealthCheckResponse.Status status = failing ? HealthCheckResponse.Status.DOWN : HealthCheckResponse.Status.UP;
        return new HealthCheckResponse("paybearer", status, Optional.of(data));
    }

    private static String text(AccountStatus account) {
        return account.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
