// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

/** The environment variables of the command line itself. They are no keys of the library. */
final class Variables {

    /** The file of properties that is read where {@code --config} is not given. */
    static final String CONFIG = "PAYBEARER_CONFIG";

    /** Where own providers are. */
    static final String CLASSPATH = "PAYBEARER_CLASSPATH";

    private Variables() {}
}
