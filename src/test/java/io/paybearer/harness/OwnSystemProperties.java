// SPDX-License-Identifier: Apache-2.0
package io.paybearer.harness;

import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test with system properties of its own: what it sets is gone after it. */
public abstract class OwnSystemProperties {

    private final Properties before = System.getProperties();

    @BeforeEach
    void copyProperties() {
        Properties copy = new Properties();
        copy.putAll(before);
        System.setProperties(copy);
    }

    @AfterEach
    void putPropertiesBack() {
        System.setProperties(before);
    }
}
