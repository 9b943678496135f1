// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What several files held at one moment. It cannot be printed, since that is a {@link Secret}.
 *
 * @param contents the content by path; empty if that file could not be used
 */
record Sighting(Map<String, Optional<Secret>> contents) {

    /** Reads the files. */
    static Sighting of(Collection<WatchedFile> files) {
        Map<String, Optional<Secret>> contents = new HashMap<>();
        files.forEach(file -> contents.put(file.path(), file.now()));
        return new Sighting(contents);
    }

    /** Whether these files, when they were made into a value, held the same. */
    boolean shows(Collection<WatchedFile> files) {
        return files.stream().allMatch(file -> Optional.of(file.content()).equals(contents.get(file.path())));
    }
}
