// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells how each attempt of an issuer has ended, and how long it took. */
final class ObservedSource implements TokenSource {

    private final TokenSource issuer;
    private final TimeSource time;
    private final Events events;

    ObservedSource(TokenSource issuer, TimeSource time, Events events) {
        this.issuer = issuer;
        this.time = time;
        this.events = events;
    }

    @Override
    public HeldToken obtain(@Nullable HeldToken held) throws TokenRequestException {
        long begin = time.monotonicNanos();
        try {
            HeldToken token = issuer.obtain(held);
            events.obtained(!remote(), since(begin));
            return token;
        } catch (Throwable e) { // also what is thrown unchecked by other languages
            throw told(IssuerFailure.of(e), begin);
        }
    }

    @Override
    public boolean remote() {
        return issuer.remote();
    }

    /** An attempt that was broken off by an interrupt says nothing about the provider. */
    private TokenRequestException told(TokenRequestException failure, long begin) {
        if (!Thread.currentThread().isInterrupted()) {
            events.failed(failure, since(begin));
        }
        return failure;
    }

    private Duration since(long begin) {
        return Duration.ofNanos(time.monotonicNanos() - begin);
    }
}
