// SPDX-License-Identifier: Apache-2.0
package io.paybearer.restclient;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an annotation on a Rest Client says about a request. Immutable.
 *
 * @param value the account or the child account, or null if there is no annotation
 * @param place the interface or method that has the annotation, for messages
 */
record Said(@Nullable String value, String place) {

    /** There is no annotation. */
    static final Said NOTHING = new Said(null, "");

    boolean isSilent() {
        return value == null;
    }

    /** Whether both name the same, or both name nothing; the place makes no difference. */
    boolean agrees(Said other) {
        return Objects.equals(value, other.value);
    }

    Said or(Said other) {
        return isSilent() ? other : this;
    }
}
