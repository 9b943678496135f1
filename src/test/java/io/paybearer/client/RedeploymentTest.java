// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.harness.CurrentConfiguration;
import io.paybearer.harness.SandboxedTest;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that still calls the listener of an application after a new deployment has replaced that application. */
public class RedeploymentTest extends SandboxedTest {

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final ClassLoader redeployed = new Redeployed(before);

    /** The classes of the project once more, as a new deployment has them. */
    private static final class Redeployed extends ClassLoader {

        private Redeployed(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known != null || !name.startsWith("io.paybearer.")
                        ? super.loadClass(name, resolve)
                        : define(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] code = file.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @BeforeEach
    void beTheNewDeployment() {
        Thread.currentThread().setContextClassLoader(redeployed);
    }

    @AfterEach
    void beTheTest() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void listenerOfTheOldDeployment_registersTheFilterOfTheNewOne() throws Exception {
        Class<?> restClient = Class.forName(TypedClientTest.Deals.class.getName(), true, redeployed);
        RestClientBuilder builder = RestClientBuilder.newBuilder();

        try (CurrentConfiguration current = CurrentConfiguration.of(everyProvider())) {
            new PaybearerRestClientListener().onNewClient(restClient, builder);
        }

        assertThat(builder.getConfiguration().getInstances())
                .filteredOn(registered -> registered.getClass().getName().equals(RestClientFilter.class.getName()))
                .singleElement()
                .satisfies(
                        filter -> assertThat(filter.getClass().getClassLoader()).isSameAs(redeployed));
    }
}
