// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.PaybearerConfigException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what is wrong, so that it is reported together and each thing once. Used by one thread. */
final class Problems {

    private final Set<String> found = new LinkedHashSet<>();
    private final Set<String> hints = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    /** Something that makes the configuration unusable. */
    void add(String key, String message) {
        found.add(key + ": " + message);
    }

    /** Something that has no effect and probably should; it may well be why something else is missing. */
    void hint(String key, String message) {
        hints.add(key + ": " + message);
    }

    /** Something that works but is probably not meant. */
    void warn(String key, String message) {
        warnings.add(key + ": " + message);
    }

    /** Whether something is wrong with a key that begins like this. */
    boolean concern(String keyPrefix) {
        for (String problem : found) {
            if (problem.startsWith(keyPrefix)) {
                return true;
            }
        }
        return false;
    }

    /** Whether something is wrong with exactly this key. */
    boolean concernKey(String key) {
        return concern(key + ": ");
    }

    List<String> found() {
        return List.copyOf(found);
    }

    List<String> warnings() {
        List<String> all = new ArrayList<>(warnings);
        all.addAll(hints);
        return List.copyOf(all);
    }

    /** The hints go with the problems. */
    void throwIfAny() {
        if (!found.isEmpty()) {
            List<String> all = new ArrayList<>(found);
            all.addAll(hints);
            throw new PaybearerConfigException(all);
        }
    }
}
