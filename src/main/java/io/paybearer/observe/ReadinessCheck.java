// SPDX-License-Identifier: Apache-2.0
package io.paybearer.observe;

import io.paybearer.account.Application;
import io.paybearer.account.Applications;
import io.paybearer.spi.AccountStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * The readiness check {@code paybearer}: down while some account's calls would fail without an attempt to obtain a token, up
 * otherwise. It makes no attempt itself. Its data is the state of each account, such as {@code valid} or
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
        List<AccountStatus> accounts = application.statuses();
        Map<String, Object> data = new LinkedHashMap<>();
        accounts.forEach(account -> data.put(account.account(), text(account)));
        boolean failing = accounts.stream().anyMatch(account -> account.state().failing());
        HealthCheckResponse.Status status = failing ? HealthCheckResponse.Status.DOWN : HealthCheckResponse.Status.UP;
        return new HealthCheckResponse("paybearer", status, Optional.of(data));
    }

    private static String text(AccountStatus account) {
        return account.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
