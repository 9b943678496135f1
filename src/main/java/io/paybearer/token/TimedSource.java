// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import static io.paybearer.spi.TokenRequestException.Kind.REFUSED;

import io.paybearer.spi.TokenRequestException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks the provider, and tells failures that only show that this process was stopped meanwhile: those that come later than
 * any request may take. To be asked by one thread at a time.
 */
final class TimedSource implements TokenSource {

    private final TokenSource provider;
    private final TimeSource time;
    private final Duration longest;
    private volatile @Nullable TokenRequestException late;

    TimedSource(TokenSource provider, TimeSource time, Duration longest) {
        this.provider = provider;
        this.time = time;
        this.longest = longest;
    }

    @Override
    public HeldToken obtain(@Nullable HeldToken held) throws TokenRequestException {
        long begin = time.monotonicNanos();
        try {
            return provider.obtain(held);
        } catch (TokenRequestException e) {
            if (time.monotonicNanos() - begin > longest.toNanos()) {
                late = e;
            }
            throw e;
        }
    }

    /** A refusal is an answer, whenever it comes. */
    @Override
    public boolean overslept(TokenRequestException failure) {
        return failure == late
                && failure.kind() != REFUSED
                && !Thread.currentThread().isInterrupted();
    }
}
