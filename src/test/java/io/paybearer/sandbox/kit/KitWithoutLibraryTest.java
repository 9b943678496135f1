// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.sandbox.SandboxAccount;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** The kit in a JVM without the library: the tests of an application that runs in a server. */
class KitWithoutLibraryTest {

    /** The classes of the sandbox's jar, and of what it needs. */
    private static final class SandboxJar extends URLClassLoader {

        private SandboxJar() {
            super(new URL[] {place(TestKit.class), place(Use.class)});
        }

        private static URL place(Class<?> type) {
            return type.getProtectionDomain().getCodeSource().getLocation();
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.paybearer.")) {
                return super.loadClass(name, resolve);
            }
            if (!name.startsWith("io.paybearer.sandbox.")) {
                throw new ClassNotFoundException(name);
            }
            Class<?> known = findLoadedClass(name);
            return known != null ? known : findClass(name);
        }
    }

    /** What a test does, loaded without the library. */
    public static final class Use implements Runnable {

        @Override
        public void run() {
            TestKit kit = TestKit.builder()
                    .account(SandboxAccount.TWO_CHECKOUT, "shop-eu")
                    .start();
            try (kit) {
                kit.beginTest();
                assertThat(System.getProperty("paybearer.account.shop-eu.base-uri"))
                        .startsWith(kit.sandbox().uri().toString());
                kit.endTest();
            }
            assertThat(System.getProperty("paybearer.account.shop-eu.base-uri")).isNull();
        }
    }

    @Test
    void kit_leadsTheApplicationToTheStandIns() throws Exception {
        try (SandboxJar jar = new SandboxJar()) {
            assertThatThrownBy(() -> jar.loadClass("io.paybearer.account.Applications"))
                    .isInstanceOf(ClassNotFoundException.class);

            Class<?> use = jar.loadClass(Use.class.getName());

            assertThat(use.getClassLoader()).isSameAs(jar);
            ((Runnable) use.getConstructor().newInstance()).run();
        }
    }
}
