package io.paybearer.config;

import io.paybearer.PaybearerConfigException;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong, so that it is reported together. Used by one thread. */
final class Problems {

    private final List<String> found = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** Something that makes the configuration unusable. */
    void add(String key, String message) {
        found.add(key + ": " + message);
    }

    /** Something that works but is probably not meant. */
    void warn(String key, String message) {
        warnings.add(key + ": " + message);
    }

    boolean any() {
        return !found.isEmpty();
    }

    int count() {
        return found.size();
    }

    List<String> found() {
        return List.copyOf(found);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    void throwIfAny() {
        if (any()) {
            throw new PaybearerConfigException(found);
        }
    }
}
