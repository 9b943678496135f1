// SPDX-License-Identifier: Apache-2.0
package io.paybearer.demo;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Configuration out of memory; the highest ordinal that has a key wins. Not a record: those would print the values. */
final class MapSource implements ConfigSource {

    private final String name;
    private final int ordinal;
    private final Map<String, String> values;

    MapSource(String name, int ordinal, Map<String, String> values) {
        this.name = name;
        this.ordinal = ordinal;
        this.values = Map.copyOf(values);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public int getOrdinal() {
        return ordinal;
    }

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public String getValue(String key) {
        return values.get(key);
    }
}
