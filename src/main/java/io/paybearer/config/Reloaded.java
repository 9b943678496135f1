// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value made of what secret files hold, such as an account's issuer. It is made anew when the content of one of the files has
 * changed.
 *
 * <p>While a file is gone, half written or otherwise unusable, the value made before stays in use. The log says so once, as a
 * warning. Thread-safe.
 *
 * @param <T> the value
 */
public final class Reloaded<T> {

    private static final System.Logger LOG = System.getLogger("io.paybearer.config");

    private final String what;
    private final Function<Problems, Optional<Made<T>>> maker;
    private volatile Made<T> made;
    private boolean warned;

    /**
     * A value and what it was made of.
     *
     * @param value the value
     * @param files what the secret files held, by path
     */
    record Made<T>(T value, Map<String, Secret> files) {}

    /**
     * A value that follows its files.
     *
     * @param what whose files they are, for the log
     * @param made the present value
     * @param maker makes a value of what the files hold then; empty if it has noted problems
     */
    Reloaded(String what, Made<T> made, Function<Problems, Optional<Made<T>>> maker) {
        this.what = what;
        this.made = made;
        this.maker = maker;
    }

    /**
     * The value for what the secret files hold now. Reads those files, if there are any.
     *
     * @return the same object as long as their content is the same
     */
    public T current() {
        Made<T> present = made;
        return present.files().entrySet().stream().allMatch(Reloaded::unchanged)
                ? present.value()
                : remade(present).value();
    }

    private static boolean unchanged(Map.Entry<String, Secret> file) {
        try {
            return SecretFile.read(file.getKey()).equals(file.getValue());
        } catch (IOException unusable) {
            return false;
        }
    }

    /** Threads that saw the same change make one new value between them. */
    private synchronized Made<T> remade(Made<T> present) {
        if (!made.equals(present)) {
            return made;
        }
        Problems problems = new Problems();
        Optional<Made<T>> next = maker.apply(problems);
        if (next.isEmpty()) {
            warnOnce(problems);
            return present;
        }
        made = next.get();
        warned = false;
        LOG.log(System.Logger.Level.INFO, "{0}: a secret file has changed, its new content is in use", what);
        return made;
    }

    private void warnOnce(Problems problems) {
        if (!warned) {
            warned = true;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0}: a secret file has changed and cannot be used; the secret read before stays in use: {1}",
                    what,
                    String.join("; ", problems.found()));
        }
    }

    @Override
    public String toString() {
        return "Reloaded[" + what + "]";
    }
}
