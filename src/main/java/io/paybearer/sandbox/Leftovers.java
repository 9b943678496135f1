// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a test has probably got wrong.
 *
 * @param faults some of them may not have been met
 * @param recorder some of its requests may have been for paths that no stand-in has
 * @param router the paths that there are
 */
record Leftovers(Faults faults, Recorder recorder, Router router) {

    List<String> sentences() {
        Stream<String> unmet = faults.unmet().entrySet().stream()
                .map(left -> "no request has met " + left.getValue() + " of the faults at " + left.getKey());
        Stream<String> unknown = recorder.received().stream()
                .filter(request -> request.provider() == Provider.NONE)
                .map(request -> "no stand-in has the path of the request " + request.method() + " " + request.path()
                        + "; there are " + router.paths());
        return Stream.concat(unmet, unknown).toList();
    }
}
