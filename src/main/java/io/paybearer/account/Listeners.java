// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import io.paybearer.PaybearerConfigException;
import io.paybearer.spi.AccountStatus;
import io.paybearer.spi.TokenEvent;
import io.paybearer.spi.TokenListener;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The listeners of an application. If one listener fails, the others are told all the same and the call goes on. Thread-safe. */
final class Listeners implements TokenListener {

    private static final System.Logger LOG = System.getLogger("io.paybearer.observe");

    private final List<TokenListener> all = new CopyOnWriteArrayList<>();
    private final Set<Class<?>> failed = ConcurrentHashMap.newKeySet();
    private final Supplier<List<AccountStatus>> accounts;

    Listeners(Supplier<List<AccountStatus>> accounts) {
        this.accounts = accounts;
    }

    void addInstalled() {
        try {
            for (TokenListener listener : Services.load(TokenListener.class)) {
                add(listener);
            }
        } catch (PaybearerConfigException unusable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "no token listener is told anything, since one of them cannot be made",
                    unusable);
        }
    }

    /** Adds one listener of each class: the class loaders of a server may show the same listener twice. */
    void add(TokenListener listener) {
        for (TokenListener known : all) {
            if (known.getClass().equals(listener.getClass())) {
                return;
            }
        }
        guarded(listener, added -> added.start(accounts));
        all.add(listener);
    }

    @Override
    public void on(TokenEvent event) {
        for (TokenListener listener : all) {
            guarded(listener, told -> told.on(event));
        }
    }

    @Override
    public void stop() {
        List<TokenListener> present = List.copyOf(all);
        all.clear();
        present.forEach(listener -> guarded(listener, TokenListener::stop));
    }

    private void guarded(TokenListener listener, Consumer<TokenListener> call) {
        try {
            call.accept(listener);
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable failure) { // also checked exceptions that other languages throw undeclared
            if (failed.add(listener.getClass())) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "the token listener " + listener.getClass().getName()
                                + " has failed, which changes nothing for calls; this is logged once",
                        failure);
            }
        }
    }
}
