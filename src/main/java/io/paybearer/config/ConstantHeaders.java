// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The headers that each request of an account carries beside its token. Immutable. Shows no value, since some are secret. */
public final class ConstantHeaders {

    private final List<String> names;
    private final List<String> values;

    ConstantHeaders(Map<String, Secret> headers) {
        this.names = List.copyOf(headers.keySet());
        List<String> revealed = new ArrayList<>();
        for (Secret value : headers.values()) {
            revealed.add(value.reveal());
        }
        this.values = List.copyOf(revealed);
    }

    /**
     * How many there are.
     *
     * @return zero for most accounts
     */
    public int count() {
        return names.size();
    }

    /**
     * The name of a header.
     *
     * @param index from 0
     * @return the name
     */
    public String name(int index) {
        return names.get(index);
    }

    /**
     * The value of a header.
     *
     * @param index from 0
     * @return the value, the same object on each call
     */
    public String value(int index) {
        return values.get(index);
    }

    @Override
    public String toString() {
        return "ConstantHeaders" + names;
    }
}
