// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value made of what files hold, such as an account's issuer. It is made anew when the content of one of the files has
 * changed: of a secret file, or of a trust store.
 *
 * <p>A file may be half written when it is read. So a change counts once it is known to have {@linkplain Change settled}, and
 * until then the value made before stays in use. So it does while a file is gone or otherwise unusable; the log says that once, as
 * a warning. The permissions are looked at whenever the files are read. Thread-safe.
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
    private volatile @Nullable Change pending;
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
            for (WatchedFile file : files) {
                file.exposure().ifPresent(text -> exposures.add(file.key() + ": " + text));
            }
            return exposures;
        }
    }

    /**
     * A value that follows its files.
     *
     * @param what whose files they are, for the log
     * @param made the present value
     * @param clock the wall clock
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
        lookAtPermissions(present);
        Sighting seen = Sighting.of(present.files());
        if (!seen.shows(present.files())) {
            return changed(present, seen).value();
        }
        if (warned || pending != null) {
            warned = false; // the file is back as it was, so its next loss is news
            pending = null;
        }
        return present.value();
    }

    /**
     * The files that the value was made of.
     *
     * @return the paths by the full key that names them
     */
    public Map<String, String> files() {
        Map<String, String> paths = new TreeMap<>();
        made.files().forEach(file -> paths.put(file.key(), file.path()));
        return paths;
    }

    /** Threads that saw the same change make one new value between them. */
    private synchronized Made<T> changed(Made<T> present, Sighting seen) {
        if (!made.equals(present)) {
            return made;
        }
        Instant now = clock.instant();
        Change change = Change.after(pending, seen, now);
        pending = change;
        return change.settled(present.files(), now) ? remade(present, seen) : present;
    }

    private Made<T> remade(Made<T> present, Sighting seen) {
        Problems problems = new Problems();
        Optional<Made<T>> next = maker.apply(problems);
        boolean same =
                next.map(value -> seen.shows(value.files())).orElseGet(() -> seen.equals(Sighting.of(present.files())));
        if (!same) {
            return present; // it has changed again meanwhile
        }
        if (next.isEmpty()) {
            warnOnce(cause(present, seen), problems);
            return present;
        }
        return replaced(present, next.get(), cause(present, seen));
    }

    private Made<T> replaced(Made<T> present, Made<T> next, String cause) {
        made = next;
        warned = false;
        pending = null;
        LOG.log(System.Logger.Level.INFO, "{0}: {1} has changed, its new content is in use", what, cause);
        next.warnings().stream()
                .filter(warning -> !present.warnings().contains(warning) && !exposures.contains(warning))
                .forEach(Reloaded::warn);
        return next;
    }

    private static String cause(Made<?> present, Sighting seen) {
        return present.files().stream().allMatch(file -> !file.secret() || seen.shows(List.of(file)))
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

    /** A file that is gone has no permissions. That is no reason to warn again once it is back. */
    private void lookAtPermissions(Made<T> present) {
        Set<String> found = present.exposures();
        if (!found.equals(exposures) && present.files().stream().allMatch(WatchedFile::exists)) {
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
