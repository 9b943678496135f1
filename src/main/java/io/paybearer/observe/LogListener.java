// SPDX-License-Identifier: Apache-2.0
package io.paybearer.observe;

import io.paybearer.spi.TokenEvent;
import io.paybearer.spi.TokenListener;
import io.paybearer.spi.TokenRequestException;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Logs what happens to tokens, under the logger {@code io.paybearer.token}: the first of several failures in a row at level
 * WARNING, the success that ends the failures at level INFO, everything else at level DEBUG. Thread-safe.
 */
public final class LogListener implements TokenListener {

    private static final System.Logger LOG = System.getLogger("io.paybearer.token");

    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    /** Made by the service loader. */
    public LogListener() {}

    @Override
    public void on(TokenEvent event) {
        switch (event.type()) {
            case FAILED -> failed(event, event.failure());
            case OBTAINED, MINTED -> obtained(event);
            case SERVED_WHILE_FAILING -> debug(event, "the token that is held is served, its renewal has failed");
            case ADOPTED -> adopted(event);
            case TAKEN_OVER -> debug(event, "another node has left its attempt unfinished; this one makes another");
            case OVERTAKEN -> debug(event, "another node has taken the attempt over; its result was not stored");
            case STORE_LOST -> debug(event, "the shared store cannot be used");
            case STORE_BACK -> debug(event, "the shared store can be used again");
            case UNAUTHORIZED -> debug(event, "the provider has answered 401");
            case REPLAYED -> debug(event, "a call was sent once more with another token");
        }
    }

    private void failed(TokenEvent event, @Nullable TokenRequestException failure) {
        Level level = failing.add(event.account()) ? Level.WARNING : Level.DEBUG;
        LOG.log(
                level,
                "account ''{0}'': no new token: {1}",
                event.account(),
                failure == null ? "no reason is known" : failure.getMessage());
    }

    private void adopted(TokenEvent event) {
        if (!recovered(event)) {
            debug(event, "a new token, from another node");
        }
    }

    private boolean recovered(TokenEvent event) {
        boolean failed = failing.remove(event.account());
        if (failed) {
            LOG.log(Level.INFO, "account ''{0}'': tokens can be had again", event.account());
        }
        return failed;
    }

    private void obtained(TokenEvent event) {
        if (!recovered(event)) {
            LOG.log(
                    Level.DEBUG,
                    "account ''{0}'': a new token, after {1} ms",
                    event.account(),
                    String.valueOf(event.took().toMillis()));
        }
    }

    private static void debug(TokenEvent event, String what) {
        LOG.log(Level.DEBUG, "account ''{0}'': {1}", event.account(), what);
    }
}
