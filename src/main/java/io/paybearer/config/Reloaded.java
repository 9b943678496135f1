// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A value made of what files hold, such as an account's issuer. It is made anew when the content of one of the files has
 * changed: of a secret file, or of a trust store.
 *
 * <p>While a file is being written, the value made before stays in use. So it does while a file is gone or otherwise unusable;
 * the log says that once, as a warning. Thread-safe.
 *
 * @param <T> the value
 */
public final class Reloaded<T> {

    private static final System.Logger LOG = System.getLogger("io.paybearer.config");

    private static final String SECRET = "a secret file";

    private final String what;
    private final InstantSource clock;
    private final Function<Problems, Optional<Made<T>>> maker;
    private volatile Made<T> made;
    private volatile boolean warned;
    private volatile Set<String> exposures;

    /**
     * A value and what it was made of.
     *
     * @param value the value
     * @param files the files, with what they held
     * @param warnings what is odd about the configuration, each with its key
     */
    record Made<T>(T value, List<WatchedFile> files, Set<String> warnings) {

        /** What every user of the machine can do with the files at present. */
        Set<String> exposures() {
            Set<String> exposures = new TreeSet<>();
            files.forEach(file -> file.exposure().ifPresent(text -> exposures.add(file.key() + ": " + text)));
            return exposures;
        }
    }

    /**
     * A value that follows its files.
     *
     * @param what whose files they are, for the log
     * @param made the present value
     * @param clock the wall clock, compared with the time at which a file was written
     * @param maker makes a value of what the files hold then; empty if it has noted problems
     */
    Reloaded(String what, Made<T> made, InstantSource clock, Function<Problems, Optional<Made<T>>> maker) {
        this.what = what;
        this.made = made;
        this.clock = clock;
        this.maker = maker;
        this.exposures = made.exposures();
    }

    /**
     * The value for what the files hold now. Reads those files, if there are any.
     *
     * @return the same object as long as their content is the same
     */
    public T current() {
        Made<T> present = made;
        if (present.files().isEmpty()) {
            return present.value();
        }
        if (!present.files().stream().allMatch(WatchedFile::unchanged)) {
            return remade(present).value();
        }
        if (warned) {
            warned = false; // the file is back as it was, so its next loss is news
        }
        lookAtPermissions(present);
        return present.value();
    }

    /** Threads that saw the same change make one new value between them. */
    private synchronized Made<T> remade(Made<T> present) {
        if (!made.equals(present)) {
            return made;
        }
        String cause = cause(present);
        Problems problems = new Problems();
        Optional<Made<T>> next = maker.apply(problems);
        if (beingWritten(present) || next.filter(this::beingWritten).isPresent()) {
            return present;
        }
        if (next.isEmpty()) {
            warnOnce(cause, problems);
            return present;
        }
        made = next.get();
        warned = false;
        LOG.log(System.Logger.Level.INFO, "{0}: {1} has changed, its new content is in use", what, cause);
        made.warnings().stream()
                .filter(warning -> !present.warnings().contains(warning))
                .forEach(Reloaded::warn);
        exposures = made.exposures();
        return made;
    }

    /** Looked at after the files were read, so what was written while they were read counts. */
    private boolean beingWritten(Made<T> value) {
        return value.files().stream().anyMatch(file -> file.beingWritten(clock.instant()));
    }

    private static String cause(Made<?> present) {
        return present.files().stream().allMatch(file -> !file.secret() || file.unchanged())
                ? "the trust store"
                : SECRET;
    }

    private void warnOnce(String cause, Problems problems) {
        if (!warned) {
            warned = true;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0}: {1} has changed and cannot be used; {2} read before stays in use: {3}",
                    what,
                    cause,
                    cause.equals(SECRET) ? "the secret" : "the one",
                    String.join("; ", problems.found()));
        }
    }

    private void lookAtPermissions(Made<T> present) {
        Set<String> found = present.exposures();
        if (!found.equals(exposures)) {
            sayOnce(found);
        }
    }

    private synchronized void sayOnce(Set<String> found) {
        found.stream().filter(exposure -> !exposures.contains(exposure)).forEach(Reloaded::warn);
        exposures = found;
    }

    private static void warn(String warning) {
        LOG.log(System.Logger.Level.WARNING, "{0}", warning);
    }

    @Override
    public String toString() {
        return "Reloaded[" + what + "]";
    }
}
