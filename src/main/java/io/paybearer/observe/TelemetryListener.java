// SPDX-License-Identifier: Apache-2.0
package io.paybearer.observe;

import io.paybearer.spi.AccountStatus;
import io.paybearer.spi.TokenEvent;
import io.paybearer.spi.TokenListener;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures with OpenTelemetry, from the first event on at which OpenTelemetry is set up; that may be after the application's
 * start. Does nothing where the API of OpenTelemetry is absent. Thread-safe.
 */
public final class TelemetryListener implements TokenListener {

    private volatile Supplier<List<AccountStatus>> accounts = List::of;
    private volatile @Nullable Telemetry telemetry;
    private volatile boolean over;

    /** Made by the service loader. */
    public TelemetryListener() {}

    @Override
    public void start(Supplier<List<AccountStatus>> known) {
        accounts = known;
    }

    @Override
    public void on(TokenEvent event) {
        Telemetry present = telemetry;
        if (present == null && !over) {
            present = begun();
        }
        if (present != null) {
            present.on(event);
        }
    }

    private synchronized @Nullable Telemetry begun() {
        if (telemetry == null && !over) {
            try {
                telemetry = Telemetry.begin(accounts);
            } catch (LinkageError noApi) {
                over = true;
            }
        }
        return telemetry;
    }

    /** The server's OpenTelemetry may outlive the application, so it must no longer refer to the application. */
    @Override
    public synchronized void stop() {
        Telemetry present = telemetry;
        telemetry = null;
        over = true;
        if (present != null) {
            present.close();
        }
    }
}
