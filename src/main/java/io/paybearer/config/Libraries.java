// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

/**
 * The rule that the libraries which come with paybearer are there. A build that takes paybearer's jar by itself, or excludes what it
 * depends on, would fail at the first call.
 */
final class Libraries {

    /** Set in a native image, whose classes were all found when it was built. */
    private static final String IN_IMAGE = "org.graalvm.nativeimage.imagecode";

    private Libraries() {}

    /** Notes what is missing; throws if nothing works without it. */
    static void check(Problems problems) {
        check(Libraries.class.getClassLoader(), problems);
    }

    static void check(ClassLoader loader, Problems problems) {
        if (System.getProperty(IN_IMAGE) != null) {
            return;
        }
        if (missing("org.jose4j.json.JsonUtil", loader)) {
            problems.add(
                    "the class path",
                    "org.bitbucket.b_c:jose4j is missing, by which paybearer reads and signs tokens; add it");
            problems.throwIfAny();
        }
        if (missing("org.slf4j.LoggerFactory", loader)) {
            problems.warn(
                    "the class path",
                    "org.slf4j:slf4j-api is missing, which jose4j needs for tokens that are signed with a private key or kept in a"
                            + " shared store; add it");
        }
    }

    private static boolean missing(String type, ClassLoader loader) {
        try {
            Class.forName(type, false, loader);
            return false;
        } catch (ClassNotFoundException | LinkageError absent) {
            return true;
        }
    }
}
