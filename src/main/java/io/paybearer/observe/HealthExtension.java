// SPDX-License-Identifier: Apache-2.0
package io.paybearer.observe;

import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Discovery;
import jakarta.enterprise.inject.build.compatible.spi.ScannedClasses;

/** Makes the readiness check a bean where MicroProfile Health is present. Elsewhere the check's class is never loaded. */
public final class HealthExtension implements BuildCompatibleExtension {

    /** Made by the container. */
    public HealthExtension() {}

    /**
     * Adds the check.
     *
     * @param classes the classes that become beans
     */
    @Discovery
    public void discover(ScannedClasses classes) {
        if (healthIsPresent()) {
            classes.add("io.paybearer.observe.ReadinessCheck");
        }
    }

    private static boolean healthIsPresent() {
        try {
            Class.forName("org.eclipse.microprofile.health.HealthCheck", false, HealthExtension.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
