// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.PaybearerConfigException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a configuration, gathered so that everything is reported together and once. Used by one thread. */
final class Problems {

    private final Set<String> found = new LinkedHashSet<>();
    private final Set<String> hints = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    /** Notes what makes the configuration unusable. */
    void add(String key, String message) {
        found.add(key + ": " + message);
    }

    /** Notes a key that has no effect. A misspelt key may be the reason for a problem. Hints come after the other warnings. */
    void hint(String key, String message) {
        hints.add(key + ": " + message);
    }

    /** Notes what works but is probably not meant. */
    void warn(String key, String message) {
        warnings.add(key + ": " + message);
    }

    /** Whether there is a problem with a key that begins like this. */
    boolean concern(String keyPrefix) {
        for (String problem : found) {
            if (problem.startsWith(keyPrefix)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is a problem with exactly this key, or with an item of its list such as {@code base-uri[0]}. */
    boolean concernKey(String key) {
        return concern(key + ": ") || concern(key + "[");
    }

    List<String> found() {
        return List.copyOf(found);
    }

    List<String> warnings() {
        List<String> all = new ArrayList<>(warnings);
        all.addAll(hints);
        return List.copyOf(all);
    }

    /** Throws the problems, and the warnings with them; does nothing if there is no problem. */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new PaybearerConfigException(found(), warnings());
        }
    }
}
